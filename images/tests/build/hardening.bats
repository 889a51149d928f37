load ../helpers

@test "what would listen beyond the machine is masked" {
    for unit in rpcbind.socket avahi-daemon.service cups.service smbd.service; do
        [ "$(systemctl is-enabled "$unit")" = masked ]
    done
}

@test "sshd waits for the document" {
    [ "$(systemctl is-enabled ssh.service)" != enabled ]
}

@test "cloud-init provisions, not the Linux agent" {
    real_only walinuxagent
    grep -qx Provisioning.Agent=cloud-init /etc/waagent.conf
    grep -qx ResourceDisk.Format=n /etc/waagent.conf
}

@test "the kernel is held" {
    real_only kernel
    apt-mark showhold | grep -q '^linux-image'
}

@test "security updates come by themselves, without kernel and driver and without a restart" {
    [ "$(systemctl is-enabled unattended-upgrades.service)" = enabled ]
    settings=$(apt-config dump)
    grep -qF 'APT::Periodic::Unattended-Upgrade "1";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Package-Blacklist:: "linux-";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Package-Blacklist:: "nvidia-";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Automatic-Reboot "false";' <<<"$settings"
}

@test "the clock is kept right" {
    [ "$(systemctl is-enabled chrony.service)" = enabled ]
}
