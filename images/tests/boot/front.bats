load ../helpers

host() {
    jq -r .host /run/atelier/machine.json
}

# fetch_front PATH [CURL_OPTION...]: prints status and address of a redirect.
fetch_front() {
    curl --silent --insecure --output /dev/null --max-time 20 --connect-to "$(host)::127.0.0.1:" \
        --write-out '%{http_code} %{redirect_url}' "https://$(host)$1" "${@:2}"
}

@test "the front, the sign-in and the applications run" {
    for unit in atelier-nginx atelier-oauth2-proxy atelier-jupyter atelier-code atelier-rstudio; do
        systemctl is-active "$unit.service"
    done
    systemctl is-active atelier-signin-token.timer
}

@test "who is not signed in is sent to Entra" {
    run fetch_front /lab
    [[ $output == "302 https://login.microsoftonline.com/$(jq -r .access.tenantId /run/atelier/machine.json)/"* ]]
}

@test "a script that is not signed in gets 401" {
    run fetch_front /api/status --header 'Sec-Fetch-Mode: cors'
    [ "$output" = "401 " ]
}

@test "another name is refused" {
    run fetch_front / --header 'Host: other.example.com'
    [ "$output" = "421 " ]
}

@test "nothing answers on port 80" {
    run curl --silent --max-time 5 http://127.0.0.1/
    [ "$status" -eq 7 ]
}

@test "sockets of the applications are closed to accounts that have no business there" {
    for application in jupyter code rstudio; do
        socket=/run/atelier/apps/$application/$application.sock
        [ "$(stat --format %U:%G:%a "$socket")" = azureuser:atelier-apps:660 ]
        run runuser --user nobody -- curl --silent --max-time 5 --unix-socket "$socket" http://localhost/
        [ "$status" -eq 7 ]
    done
}

@test "secrets of the sign-in are read by it alone" {
    for file in cookie-secret federated-token; do
        [ "$(stat --format %U:%a "/run/atelier/signin/$file")" = atelier-signin:600 ]
        run runuser --user azureuser -- cat "/run/atelier/signin/$file"
        [ "$status" -ne 0 ]
    done
}
