load ../helpers

@test "root's daemon is off for good" {
    [ "$(systemctl is-enabled docker.service)" = masked ]
    [ "$(systemctl is-enabled docker.socket)" = masked ]
    [ "$(systemctl is-enabled containerd.service)" = masked ]
}

@test "what the user's own daemon needs is there" {
    for program in dockerd rootlesskit slirp4netns newuidmap newgidmap fuse-overlayfs docker; do
        command -v "$program"
    done
    [ -x "$(sed -n 's/^ExecStart=//p' "$BATS_TEST_DIRNAME/../../files/usr/lib/systemd/user/docker.service")" ]
}

@test "azureuser is in no group that opens root's daemon" {
    [ -z "$(getent group docker | cut -d : -f 4)" ]
}
