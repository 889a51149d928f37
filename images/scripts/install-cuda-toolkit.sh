#!/usr/bin/env bash
# The CUDA toolkit with cuDNN and NCCL, for programs that are compiled here; Python's packages bring their own libraries.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/nvidia.sh"

# NCCL has one package name for all CUDA releases; its version says which.
nccl_packages() {
    local pinned
    pinned=$(version "$(of_line nccl)")
    printf 'libnccl2=%s\nlibnccl-dev=%s\n' "$pinned" "$pinned"
}

install_toolkit() {
    local toolkit cudnn nccl release
    toolkit=$(component "$(of_line cuda-toolkit)" .source.package)
    cudnn=$(component "$(of_line cudnn)" .source.package)
    release=$(version "$(of_line cuda-toolkit)")
    mapfile -t nccl <<<"$(nccl_packages)"
    assert_driver_runs "$(driver_of_line)" "$release"
    add_nvidia_archive
    apt_install "$toolkit" "$cudnn" "${nccl[@]}"
    hold "$toolkit" "$cudnn" libnccl2 libnccl-dev
    cat >/etc/profile.d/cuda.sh <<SETTINGS
export CUDA_HOME=/usr/local/cuda-$release
export PATH=\$PATH:/usr/local/cuda-$release/bin
SETTINGS
    record "$(of_line cuda-toolkit)" "$(apt_version "$toolkit")"
    record "$(of_line cudnn)" "$(apt_version "$cudnn")"
    record "$(of_line nccl)" "$(apt_version libnccl2)"
}

if ! stood_in cuda-toolkit; then
    install_toolkit
fi

run_tests cuda-toolkit
