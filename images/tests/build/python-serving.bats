load ../helpers

@test "the server of online endpoints is on the path" {
    azmlinfsrv --help >/dev/null
}
