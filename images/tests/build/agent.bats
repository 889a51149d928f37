load ../helpers

@test "the agent's jar is root's, below 5 MB, and knows its units" {
    [ "$(stat --format '%U %a' /usr/lib/atelier/agent.jar)" = 'root 644' ]
    [ "$(stat --format %s /usr/lib/atelier/agent.jar)" -lt 5000000 ]
    run java -jar /usr/lib/atelier/agent.jar
    [ "$status" -eq 64 ]
    [ "$output" = 'usage: java -jar agent.jar authorize|tokens|watch' ]
}

@test "the Java machine takes each unit's archive of classes" {
    for unit in authorize tokens watch; do
        run java "@$BATS_TEST_DIRNAME/../../files/usr/share/atelier/agent.options" -Xshare:on \
            "-XX:SharedArchiveFile=/usr/lib/atelier/$unit.jsa" -jar /usr/lib/atelier/agent.jar
        [ "$status" -eq 64 ]
    done
}

@test "every account that the firewall names is there" {
    for account in root www-data systemd-resolve systemd-network atelier-signin atelier-authorize atelier-tokens atelier-watch; do
        getent passwd "$account"
    done
}

@test "the firewall's rules are understood" {
    nft --check --file "$BATS_TEST_DIRNAME/../../files/etc/nftables.conf"
}

@test "the Java machine is in the bill of materials" {
    [ "$(recorded default-jre-headless)" = "$(apt_version default-jre-headless)" ]
}
