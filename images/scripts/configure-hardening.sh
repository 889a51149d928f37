#!/usr/bin/env bash
# What runs by itself on a workstation, what listens, and who provisions it.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Nothing may listen beyond the machine but the proxy and, where it is asked for, SSH.
readonly UNWANTED=(rpcbind.socket rpcbind.service avahi-daemon.socket avahi-daemon.service cups.socket cups.service
    snmpd.service exim4.service postfix.service smbd.service nmbd.service telnet.socket)

mask_unwanted() {
    systemctl mask --quiet "${UNWANTED[@]}"
}

# apply-ssh starts it where the document says so; the build is connected through it, so it is not stopped.
leave_ssh_to_the_document() {
    local unit
    for unit in ssh.socket ssh.service; do
        if systemctl cat "$unit" >/dev/null 2>&1; then
            systemctl disable --quiet "$unit"
        fi
    done
}

set_option() {
    local file=$1 name=$2 value=$3
    if grep --quiet "^$name=" "$file"; then
        sed -i "s|^$name=.*|$name=$value|" "$file"
    else
        printf '%s=%s\n' "$name" "$value" >>"$file"
    fi
}

# cloud-init provisions, without an account. The Linux agent would make one, and would format the temporary disk.
# https://github.com/Azure/WALinuxAgent#configuration-file-options
configure_linux_agent() {
    local file=/etc/waagent.conf
    [[ -f $file ]] || fail "no $file: the image must come from Azure's Ubuntu, which has the Linux agent"
    set_option "$file" Provisioning.Agent cloud-init
    set_option "$file" ResourceDisk.Format n
    set_option "$file" ResourceDisk.EnableSwap n
    set_option "$file" Provisioning.DeleteRootPassword y
    set_option "$file" Provisioning.RegenerateSshHostKeyPair n
}

hold_kernel() {
    local kernels
    kernels=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' 'linux-image-*' 'linux-headers-*' 'linux-azure*' |
        sed -n 's/ installed$//p')
    [[ -n $kernels ]] || fail "no kernel package is installed: the image must come from Azure's Ubuntu"
    # shellcheck disable=SC2086 # one word for each package
    apt-mark hold $kernels
}

apt_install cifs-utils chrony nftables openssl unattended-upgrades socat libnss-myhostname btrfs-progs

mask_unwanted
leave_ssh_to_the_document
if ! stood_in walinuxagent; then
    configure_linux_agent
fi
if ! stood_in kernel; then
    hold_kernel
fi
systemctl enable nftables.service chrony.service unattended-upgrades.service

run_tests hardening
