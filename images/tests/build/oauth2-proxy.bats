load ../helpers

@test "oauth2-proxy is the pinned version" {
    run /usr/local/bin/oauth2-proxy --version
    [ "$status" -eq 0 ]
    [[ $output == "oauth2-proxy v$(version oauth2-proxy) "* ]]
    [ "$(recorded oauth2-proxy)" = "$(version oauth2-proxy)" ]
}

@test "the pinned version has none of the known ways past it" {
    dpkg --compare-versions "$(version oauth2-proxy)" ge 7.15.3
}
