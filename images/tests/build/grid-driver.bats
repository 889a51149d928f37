load ../helpers

@test "the kernel that will start is a 6.8 that has the driver's module" {
    real_only grid-driver
    release=$(sed -n 's/.*with Linux \(.*\)"$/\1/p' /etc/default/grub.d/60-atelier.cfg)
    [[ $release == 6.8.* ]]
    [ "$(modinfo --set-version "$release" --field version nvidia)" = "$(version grid-driver)" ]
    grep --quiet "with Linux $release'" /boot/grub/grub.cfg
}

@test "kernel is held" {
    real_only grid-driver
    run apt-mark showhold
    [[ $output == *"$(component linux-azure-6-8 .source.package)"* ]]
}

@test "the driver runs the CUDA toolkit of this line" {
    real_only grid-driver
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    assert_driver_runs "$(version grid-driver)" "$(version cuda-toolkit-grid)"
}
