load ../helpers

@test "code-server starts, and is the pinned version" {
    run /opt/atelier/code-server/bin/code-server --config=/dev/null --version
    [ "$status" -eq 0 ]
    [[ $output == "$(version code-server) "* ]]
    [ "$(recorded code-server)" = "$(version code-server)" ]
}

@test "it knows the switch that closes its proxy to ports" {
    /opt/atelier/code-server/bin/code-server --config=/dev/null --help | grep --quiet -- --disable-proxy
}

@test "nobody but root can change it" {
    [ -z "$(find /opt/atelier/code-server ! -type l \( ! -user root -o -perm /022 \) -print -quit)" ]
}
