#!/usr/bin/env bash
# The driver of the cuda line: Ubuntu's modules, signed by Canonical, because these machines start with Secure Boot.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/nvidia.sh"

install_driver() {
    local branch modules
    branch=$(version nvidia-driver)
    modules=$(component nvidia-driver .source.package)
    # The kernel that the modules are for comes with them; a reboot starts it.
    apt_install linux-azure "$modules" "nvidia-utils-$branch-server" "libnvidia-compute-$branch-server" \
        "libnvidia-decode-$branch-server" "libnvidia-encode-$branch-server" "nvidia-compute-utils-$branch-server"
    hold linux-azure linux-image-azure linux-headers-azure "$modules" "nvidia-utils-$branch-server" \
        "libnvidia-compute-$branch-server" "nvidia-compute-utils-$branch-server"
    assert_driver_runs "$(apt_version "nvidia-utils-$branch-server")" "$(version cuda-toolkit)"
    record nvidia-driver "$(apt_version "nvidia-utils-$branch-server")"
}

# Machines with eight GPUs join them by NVSwitch, whose manager must be of the driver's own version.
install_fabric_manager() {
    local package
    package=nvidia-fabricmanager-$(version nvidia-driver)
    apt_install "$package"
    hold "$package"
    install -d /etc/systemd/system/nvidia-fabricmanager.service.d
    cat >/etc/systemd/system/nvidia-fabricmanager.service.d/atelier.conf <<'SETTINGS'
[Unit]
ConditionPathExistsGlob=/dev/nvidia-nvswitch*
SETTINGS
    systemctl enable nvidia-fabricmanager.service
}

if ! stood_in nvidia-driver; then
    install_driver
    install_fabric_manager
fi

run_tests nvidia-driver
