load ../helpers

# The kernels that this image offers: none for an environment that is switched off.
expected() {
    if stood_in torch; then
        printf '["base","ir","tensorflow"]\n'
    else
        printf '["base","ir","tensorflow","torch"]\n'
    fi
}

@test "people find the kernels of the image and no other" {
    run runuser --user azureuser -- env HOME=/home/azureuser /opt/atelier/jupyter/bin/jupyter kernelspec list --json --log-level ERROR
    [ "$status" -eq 0 ]
    [ "$(jq -c '.kernelspecs | keys' <<<"$output")" = "$(expected)" ]
}

@test "a cell runs as the person" {
    runuser --user azureuser -- env HOME=/home/azureuser /opt/atelier/envs/base/bin/python "$ATELIER_IMAGE/tests/run-kernel.py" \
        base 'import getpass; print(getpass.getuser())' azureuser
}
