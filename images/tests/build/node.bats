load ../helpers

@test "node runs and is the recorded one" {
    [ "$(node --print '6 * 7')" = 42 ]
    [ "$(node --version)" = "v$(recorded node)" ]
}

@test "npm and npx run" {
    npm --version
    npx --version
}
