#!/usr/bin/env bash
# The server of managed online endpoints, to score a model on the workstation before it is deployed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

create_environment serving
offer "$ENVIRONMENTS/serving" azmlinfsrv
record_locked serving azureml-inference-server-http

run_tests python-serving
