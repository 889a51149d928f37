load ../helpers

jupyter=/opt/atelier/jupyter/bin

@test "JupyterLab and Notebook are the pinned versions" {
    [ "$("$jupyter/jupyter-lab" --version)" = "$(recorded jupyterlab)" ]
    [ "$("$jupyter/jupyter-notebook" --version)" = "$(recorded notebook)" ]
    grep --quiet --line-regexp "jupyterlab==$(recorded jupyterlab)" "$ATELIER_IMAGE/environments/jupyter.in"
}

@test "every package fits the others" {
    "$jupyter/pip" check
}

@test "the server's extensions load" {
    run "$jupyter/jupyter" server extension list
    [ "$status" -eq 0 ]
    [[ $output != *"X is"* ]]
    for extension in jupyterlab notebook jupyterlab_git nbdime jupyterlab_jupytext jupyter_server_terminals \
        jupyter_resource_usage; do
        [[ $output == *"$extension"*OK* ]]
    done
}

@test "a notebook is converted to HTML" {
    cd "$BATS_TEST_TMPDIR"
    printf '# # Title\n1 + 1\n' >one.py
    "$jupyter/jupytext" --to ipynb one.py
    "$jupyter/jupyter-nbconvert" --to html one.ipynb
    grep --quiet Title one.html
}

@test "its Python is no kernel, and only root can change it" {
    [ ! -e /opt/atelier/jupyter/share/jupyter/kernels ]
    [ -z "$(find /opt/atelier/jupyter ! -type l \( ! -user root -o -perm /022 \) -print -quit)" ]
}
