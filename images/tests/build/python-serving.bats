load ../helpers

@test "the server of online endpoints is on the path" {
    # Its own help ends with 1.
    run azmlinfsrv --help
    [[ $output == *--entry_script* ]]
}
