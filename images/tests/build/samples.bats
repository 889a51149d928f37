load ../helpers

@test "Azure's samples are there, those of the second version" {
    real_only azureml-examples
    [ -d /usr/share/atelier/samples/azureml-examples/cli/jobs ]
    [ -d /usr/share/atelier/samples/azureml-examples/sdk/python ]
}

@test "Atelier's examples are there and readable by everybody" {
    [ -f /usr/share/atelier/samples/atelier/README.md ]
    [ -z "$(find /usr/share/atelier/samples ! -perm -004 -print -quit)" ]
}

@test "the samples have a version, which names a user's copy" {
    [[ $(</usr/share/atelier/samples/VERSION) =~ ^[0-9a-f]{12}$ ]]
}
