#!/usr/bin/env bash
# Containers that see the GPUs: the devices are described once per boot, in a form that Docker without root reads as well.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/nvidia.sh"

# https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/cdi-support.html
describe_devices_at_boot() {
    cat >/etc/systemd/system/nvidia-cdi.service <<'SETTINGS'
[Unit]
Description=Describe this machine's GPUs to container runtimes
ConditionPathExists=/dev/nvidiactl
After=nvidia-persistenced.service

[Service]
Type=oneshot
ExecStart=/usr/bin/nvidia-ctk cdi generate --output=/var/run/cdi/nvidia.yaml

[Install]
WantedBy=multi-user.target
SETTINGS
    systemctl enable nvidia-cdi.service
    # A daemon without root may not place containers in the groups that the toolkit would otherwise ask for.
    nvidia-ctk config --in-place --set nvidia-container-cli.no-cgroups
}

if ! stood_in nvidia-container-toolkit; then
    add_nvidia_archive
    apt_install nvidia-container-toolkit
    describe_devices_at_boot
    record nvidia-container-toolkit "$(apt_version nvidia-container-toolkit)"
fi

run_tests nvidia-container-toolkit
