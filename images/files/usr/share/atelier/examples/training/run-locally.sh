#!/usr/bin/env bash
# Runs the job of job.yml here: its command with its inputs, tracked by MLflow in a file of this folder unless
# MLFLOW_TRACKING_URI names another place.
set -euo pipefail
shopt -s inherit_errexit

cd "$(dirname "${BASH_SOURCE[0]}")"
python=${ATELIER_PYTHON:-/opt/atelier/envs/base/bin/python}
command=$("$python" command_of.py job.yml)
export MLFLOW_TRACKING_URI=${MLFLOW_TRACKING_URI:-sqlite:///mlruns.db}
PATH=$(dirname "$python"):$PATH bash -c "$command"
