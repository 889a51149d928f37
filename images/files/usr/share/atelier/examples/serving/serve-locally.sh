#!/usr/bin/env bash
# serve-locally.sh MODEL PORT: scores a model in a local process, with the server that managed online endpoints run.
# It listens on this machine only. The model's own packages must be in the environment of ATELIER_SERVING.
set -euo pipefail

[[ $# -eq 2 ]] || {
    printf 'usage: serve-locally.sh MODEL-FOLDER PORT\n' >&2
    exit 2
}
AZUREML_MODEL_DIR=$(cd "$1" && pwd)
export AZUREML_MODEL_DIR
exec "${ATELIER_SERVING:-/opt/atelier/envs/serving}/bin/azmlinfsrv" --port "$2" \
    --entry_script "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/score.py"
