load ../helpers

@test "conda is there and takes nothing from the channel that wants a licence" {
    real_only miniforge
    run conda config --show channels --json
    [ "$status" -eq 0 ]
    [ "$(jq -c .channels <<<"$output")" = '["conda-forge","nodefaults"]' ]
}

@test "users' environments are theirs, below ~/envs" {
    grep --quiet '^envs_dirs: \[~/envs, ' /etc/conda/.condarc
}
