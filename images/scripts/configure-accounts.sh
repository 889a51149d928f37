#!/usr/bin/env bash
# The accounts of a workstation: one for people and their applications, one for each service that holds a right of its own.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Files on the data disk carry these numbers from image to image. 1000 belongs to the account that builds the image.
readonly USER_ID=2000
readonly FIRST_SUBORDINATE=1000000
readonly SUBORDINATES=65536

make_user() {
    if ! getent passwd azureuser >/dev/null; then
        [[ -z $(getent passwd "$USER_ID") && -z $(getent group "$USER_ID") ]] ||
            fail "number $USER_ID is taken by another account; data disks need it for azureuser: remove that account"
        groupadd --gid "$USER_ID" azureuser
        useradd --uid "$USER_ID" --gid "$USER_ID" --no-create-home --home-dir /home/azureuser --shell /bin/bash azureuser
    fi
    # No password fits, and unlike "!" sshd does not take it for a locked account.
    usermod --password '*' azureuser
    set_subordinates /etc/subuid
    set_subordinates /etc/subgid
}

# set_subordinates FILE: the numbers that a container of azureuser may use; always the same, as its layers are on the data disk.
set_subordinates() {
    local others
    others=$(sed '/^azureuser:/d' "$1")
    printf '%s\n' ${others:+"$others"} "azureuser:$FIRST_SUBORDINATE:$SUBORDINATES" >"$1"
}

make_service_account() {
    if ! getent passwd "$1" >/dev/null; then
        useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$1"
    fi
}

apt_install uidmap

make_user
for account in atelier-signin atelier-authorize atelier-tokens atelier-watch; do
    make_service_account "$account"
done
getent group atelier-apps >/dev/null || groupadd --system atelier-apps
for member in www-data atelier-watch; do
    usermod --append --groups atelier-apps "$member"
done

run_tests accounts
