# shellcheck shell=bash
# What machines need of this computer. Packages that are missing are installed; the rest is named.
# Wants environment.bash, lock.bash and toolchain.bash.

# Root on a Linux with apt.
require_machine_host() {
    [ "$(uname -s)" = Linux ] || fail "a machine needs Linux: namespaces and overlay file systems are what it is made of."
    [ "$(id -u)" = 0 ] || fail "a machine needs root, for namespaces and mounts: run 'sudo -E $0 ...'."
    command -v apt-get >/dev/null || fail "a machine needs apt, because its root is Debian: run this on Debian 12 or later."
    grep -qw overlay /proc/filesystems || fail "this kernel has no overlay file system, which a machine's root is: load it with 'modprobe overlay'."
}

# install_packages PACKAGE=COMMAND...: each package is known by a command that it brings. One run of apt at a time.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || locked "$(cache_directory)/apt" install_missing "$@" || exit
}

missing_packages() {
    local pair
    for pair in "$@"; do
        command -v "${pair#*=}" >/dev/null || echo "${pair%%=*}"
    done
}

install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${missing[*]}"
    if ! apt_get update || ! apt_get install --yes --no-install-recommends "${missing[@]}"; then
        fail "apt could not install ${missing[*]}; what it said is above."
    fi
}

# 9 is what locked() holds on to: a service that a package starts must not.
apt_get() { DEBIAN_FRONTEND=noninteractive apt-get --quiet --quiet -o DPkg::Lock::Timeout=600 "$@" >&2 9>&-; }

install_machine_packages() {
    install_packages mmdebstrap=mmdebstrap slirp4netns=slirp4netns socat=socat jq=jq iproute2=ip openssl=openssl openssh-client=ssh-keygen \
        procps=pgrep yq=yq g++=g++ make=make libkrb5-dev=krb5-config
}
