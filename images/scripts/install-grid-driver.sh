#!/usr/bin/env bash
# The driver of the grid line (A10): the vendor's, as these sizes lend parts of a GPU; Secure Boot is off, as it is not signed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/nvidia.sh"

# The driver does not build for later kernels than 6.8.
install_kernel() {
    local package
    package=$(component linux-azure-6-8 .source.package)
    apt_install "$package" "linux-image-${package#linux-}" "linux-headers-${package#linux-}" gcc make
    hold "$package" "linux-image-${package#linux-}" "linux-headers-${package#linux-}"
}

# The release of the newest 6.8 kernel that is installed, running or not.
kernel_release() {
    local releases
    releases=$(find /lib/modules -mindepth 1 -maxdepth 1 -name '6.8.*-azure' -printf '%f\n' | sort --version-sort)
    [[ -n $releases ]] || fail "no kernel 6.8 is installed"
    tail -n 1 <<<"$releases"
}

# The machine starts the kernel that has the driver, also where a later one is installed.
boot_kernel() {
    local release=$1
    cat >/etc/default/grub.d/60-atelier.cfg <<SETTINGS
GRUB_DEFAULT="Advanced options for Ubuntu>Ubuntu, with Linux $release"
SETTINGS
    update-grub
}

install_driver() {
    local installer=/opt/atelier-downloads/grid-driver.run release=$1
    if [[ ! -e /lib/modules/$release/kernel/drivers/video/nvidia.ko ]]; then
        fetch grid-driver "$installer"
        sh "$installer" --silent --no-x-check --no-nouveau-check --kernel-name "$release"
        rm "$installer"
    fi
    cp /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf
    # Azure licenses the driver by itself; the settings are those of its own guide.
    sed -i '/^FeatureType=/d' /etc/nvidia/gridd.conf
    printf 'IgnoreSP=FALSE\nEnableUI=FALSE\n' >>/etc/nvidia/gridd.conf
}

if ! stood_in grid-driver; then
    install_kernel
    install_driver "$(kernel_release)"
    boot_kernel "$(kernel_release)"
    assert_driver_runs "$(version grid-driver)" "$(version cuda-toolkit-grid)"
    record grid-driver "$(version grid-driver)"
fi

run_tests grid-driver
