#!/usr/bin/env bash
# The environment `torch`: PyTorch with the CUDA libraries that the driver of this line runs.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

install_torch() {
    local lock=torch
    if [[ $ATELIER_LINE == grid ]]; then
        lock=torch-cuda12
    fi
    create_environment torch "$lock"
    add_kernel torch "Python (PyTorch)"
    offer "$ENVIRONMENTS/torch" torchrun
    record_locked "$lock" torch torchvision
}

if ! stood_in torch; then
    install_torch
fi

run_tests python-torch
