#!/usr/bin/env bash
# The environment `base`: tables, classical models, explanations, experiment tracking, Azure Machine Learning.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

create_environment base
add_kernel base "Python (base)"
offer "$ENVIRONMENTS/base" papermill
offer "$ENVIRONMENTS/base" tensorboard
# It starts other commands of its environment by name.
offer "$ENVIRONMENTS/base" mlflow "PATH=$ENVIRONMENTS/base/bin:\$PATH"
record_locked base azure-ai-ml azureml-mlflow cython ipykernel joblib matplotlib mlflow numpy pandas papermill scikit-learn \
    scrapbook tensorboard tqdm imbalanced-learn shap adlfs

run_tests python-base
