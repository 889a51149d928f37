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

@test "security updates come by themselves" {
    [ "$(systemctl is-enabled unattended-upgrades.service)" = enabled ]
}

@test "the clock is kept right" {
    [ "$(systemctl is-enabled chrony.service)" = enabled ]
}
