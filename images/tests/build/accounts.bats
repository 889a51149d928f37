load ../helpers

@test "people and applications have one account without sudo, password or privileged group" {
    [ "$(getent passwd azureuser)" = "azureuser:x:2000:2000::/home/azureuser:/bin/bash" ]
    [ "$(id --name --groups azureuser)" = azureuser ]
    [ "$(getent shadow azureuser | cut -d : -f 2)" = '*' ]
}

@test "its containers use the same numbers on every image" {
    [ "$(grep '^azureuser:' /etc/subuid)" = azureuser:1000000:65536 ]
    [ "$(grep '^azureuser:' /etc/subgid)" = azureuser:1000000:65536 ]
}

@test "every service has an account of its own that nobody can sign in to" {
    for account in atelier-signin atelier-authorize atelier-tokens atelier-watch; do
        [ "$(getent passwd "$account" | cut -d : -f 6,7)" = /nonexistent:/usr/sbin/nologin ]
        [[ $(getent shadow "$account" | cut -d : -f 2) == '!'* ]]
    done
}

@test "only the proxy and the watch may reach the applications' sockets" {
    [ "$(getent group atelier-apps | cut -d : -f 4)" = www-data,atelier-watch ]
}
