#!/usr/bin/env bash
# serve-locally.sh MODEL PORT: scores a model in a local process, with the server that managed online endpoints run.
# The model's own packages must be in the environment of ATELIER_SERVING.
set -euo pipefail

[[ $# -eq 2 ]] || {
    printf 'usage: serve-locally.sh MODEL-FOLDER PORT\n' >&2
    exit 2
}
AZUREML_MODEL_DIR=$(cd "$1" && pwd)
AML_APP_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
AZUREML_ENTRY_SCRIPT=$AML_APP_ROOT/score.py
export AZUREML_MODEL_DIR AML_APP_ROOT AZUREML_ENTRY_SCRIPT
# Not its own command azmlinfsrv, which would listen beyond this machine.
exec "${ATELIER_SERVING:-/opt/atelier/envs/serving}/bin/python" -m gunicorn --bind "127.0.0.1:$2" \
    azureml_inference_server_http.server.entry:app
