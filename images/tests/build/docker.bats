load ../helpers

@test "root's daemons are off for good" {
    for unit in docker.service docker.socket containerd.service; do
        [ "$(systemctl is-enabled "$unit")" = masked ]
    done
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
