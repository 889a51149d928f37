#!/usr/bin/env bash
# The Jupyter server with JupyterLab, Notebook and their extensions, in an environment of root's own.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly PLACE=/opt/atelier/jupyter

apt_install python3-venv

[[ -x $PLACE/bin/python ]] || python3 -m venv "$PLACE"
"$PLACE/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    --requirement "$ATELIER_IMAGE/environments/jupyter.lock"
# Kernels are the environments' own: in this one people could install nothing.
rm -rf "$PLACE/share/jupyter/kernels"

for package in jupyterlab notebook jupyter-server jupyterlab-git jupytext nbconvert; do
    record "$package" "$("$PLACE/bin/pip" show "$package" | sed -n 's/^Version: //p')"
done

run_tests jupyter
