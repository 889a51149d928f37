#!/usr/bin/env bash
# conda and mamba from Miniforge: packages of conda-forge only, whose terms let everybody use them.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly HOME_OF_CONDA=/opt/miniforge

install_miniforge() {
    local installer=/opt/atelier-downloads/miniforge.sh
    if [[ ! -x $HOME_OF_CONDA/bin/conda ]]; then
        fetch miniforge "$installer"
        bash "$installer" -b -p "$HOME_OF_CONDA"
        rm "$installer"
    fi
    ln -sfn "$HOME_OF_CONDA/bin/conda" /usr/local/bin/conda
    ln -sfn "$HOME_OF_CONDA/bin/mamba" /usr/local/bin/mamba
    ln -sfn "$HOME_OF_CONDA/etc/profile.d/conda.sh" /etc/profile.d/conda.sh
}

# Users' environments are on the data disk, beside those of venv; the channel `defaults` wants a licence from larger firms.
configure_conda() {
    install -d -m 0755 /etc/conda
    cat >/etc/conda/.condarc <<'SETTINGS'
channels: [conda-forge, nodefaults]
channel_priority: strict
envs_dirs: [~/envs, /opt/atelier/envs]
auto_activate_base: false
SETTINGS
}

if ! stood_in miniforge; then
    install_miniforge
    record miniforge "$(version miniforge)"
fi
configure_conda

run_tests miniforge
