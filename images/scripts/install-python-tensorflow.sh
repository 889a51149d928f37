#!/usr/bin/env bash
# The environment `tensorflow`: TensorFlow and Keras 3; with the CUDA libraries where there are GPUs.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

install_tensorflow() {
    local lock=tensorflow distribution=tensorflow
    if [[ $ATELIER_LINE == cpu ]]; then
        lock=tensorflow-cpu distribution=tensorflow-cpu
    fi
    create_environment tensorflow "$lock"
    add_kernel tensorflow "Python (TensorFlow)" KERAS_BACKEND=tensorflow TF_CPP_MIN_LOG_LEVEL=1
    record_locked "$lock" "$distribution" keras
}

install_tensorflow

run_tests python-tensorflow
