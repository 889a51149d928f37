#!/usr/bin/env bash
# The Jupyter server with JupyterLab, Notebook and their extensions, in an environment of root's own.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

create_tool jupyter
# Kernels are the environments' own: in this one people could install nothing.
rm -rf /opt/atelier/jupyter/share/jupyter/kernels
record_locked jupyter jupyterlab notebook jupyter-server jupyterlab-git jupytext nbconvert

run_tests jupyter
