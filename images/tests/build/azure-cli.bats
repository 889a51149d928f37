load ../helpers

@test "az runs and is the recorded one" {
    [ "$(az version --output json | jq -r '."azure-cli"')" = "$(recorded azure-cli)" ]
}

@test "az has the extension ml, for everybody" {
    real_only azure-cli-ml
    [ "$(az version --output json | jq -r .extensions.ml)" = "$(recorded azure-cli-ml)" ]
}
