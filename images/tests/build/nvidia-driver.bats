load ../helpers

# The newest kernel that is installed is the one that starts.
kernel() {
    find /lib/modules -mindepth 1 -maxdepth 1 -printf '%f\n' | sort --version-sort | tail -n 1
}

@test "the kernel that will start has the driver's module, signed" {
    real_only nvidia-driver
    [ -n "$(modinfo --set-version "$(kernel)" --field signer nvidia)" ]
}

@test "the modules are of the version of the libraries" {
    real_only nvidia-driver
    branch=$(version nvidia-driver)
    [[ $(apt_version "libnvidia-compute-$branch-server") == "$(modinfo --set-version "$(kernel)" --field version nvidia)"* ]]
}

@test "kernel and driver are held" {
    real_only nvidia-driver
    run apt-mark showhold
    [[ $output == *linux-image-azure* ]]
    [[ $output == *"$(component nvidia-driver .source.package)"* ]]
}

@test "the driver runs the CUDA toolkit of this line" {
    real_only nvidia-driver
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    assert_driver_runs "$(recorded nvidia-driver)" "$(version cuda-toolkit)"
}
