# shellcheck shell=bash
# Helpers of the scripts for NVIDIA GPUs; sourced after lib.sh.

# The newest driver that a CUDA release asks for, by its major version: older ones do not run its programs.
# https://docs.nvidia.com/deploy/cuda-compatibility/
driver_floor() {
    case ${1%%.*} in
        12) printf '525\n' ;;
        13) printf '580\n' ;;
        *) fail "nobody has written down which driver CUDA $1 needs; do so in scripts/nvidia.sh" ;;
    esac
}

# assert_driver_runs DRIVER CUDA: images were published whose driver was older than their toolkit asks for.
assert_driver_runs() {
    local driver=$1 cuda=$2 floor
    floor=$(driver_floor "$cuda") || exit 1
    ((${driver%%.*} >= floor)) ||
        fail "driver $driver does not run CUDA $cuda, which needs $floor or later; pin both in versions.json so that they agree"
}

# The name that a component has on this line: the grid line has its own CUDA, because its driver is older.
of_line() {
    if [[ $ATELIER_LINE == grid ]]; then
        printf '%s-grid\n' "$1"
    else
        printf '%s\n' "$1"
    fi
}

driver_of_line() {
    if [[ $ATELIER_LINE == grid ]]; then
        version grid-driver
    else
        version nvidia-driver
    fi
}

# NVIDIA's signed archive. Its drivers are never taken: they would replace those that Secure Boot and the grid line need.
add_nvidia_archive() {
    local package=/opt/atelier-downloads/cuda-keyring.deb
    if ! apt_installed cuda-keyring; then
        fetch cuda-keyring "$package"
        dpkg --install "$package"
        rm "$package"
    fi
    cat >/etc/apt/preferences.d/60atelier-nvidia <<'SETTINGS'
Package: cuda-drivers* nvidia-driver* nvidia-open* nvidia-kernel* libnvidia-compute* nvidia-dkms*
Pin: origin developer.download.nvidia.com
Pin-Priority: -1
SETTINGS
}

# hold PACKAGE...: an update of one of these alone would leave the machine without GPU.
hold() {
    apt-mark hold "$@" >/dev/null
}
