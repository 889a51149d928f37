load ../helpers

# as ACCOUNT COMMAND...: without a shell, as services run.
as() {
    runuser -u "$1" -- "${@:2}"
}

# connects ACCOUNT ADDRESS: curl's status, 0 for any answer and 7 for a refused connection.
connects() {
    as "$1" curl --silent --output /dev/null --max-time 5 --noproxy '*' "$2"
}

@test "both units run, each as its own account, below 80 MB" {
    for unit in authorize tokens; do
        [ "$(systemctl is-active "atelier-$unit.service")" = active ]
        pid=$(systemctl show --property MainPID --value "atelier-$unit.service")
        [ "$(stat --format %U "/proc/$pid")" = "atelier-$unit" ]
        [ "$(awk '/^VmRSS/ {print $2}' "/proc/$pid/status")" -lt 80000 ]
    done
}

@test "users reach the broker and nothing else of Azure's or ours" {
    connects azureuser http://127.0.0.1:4182/
    for address in 169.254.169.254 168.63.129.16 168.63.129.16:32526 127.0.0.1:4180 127.0.0.1:4181 127.0.0.1:4183; do
        run connects azureuser "http://$address/"
        [ "$status" -eq 7 ]
    done
}

@test "nginx's account reaches the services in front of the applications" {
    for port in 4180 4181 4183; do
        connects www-data "http://127.0.0.1:$port/"
    done
}

@test "a terminal knows where tokens are" {
    run as azureuser bash --login -c 'echo "$AZURE_POD_IDENTITY_AUTHORITY_HOST $IDENTITY_ENDPOINT"'
    [ "$output" = 'http://127.0.0.1:4182 http://127.0.0.1:4182/metadata/identity/oauth2/token' ]
}

@test "connections end with the right to open the workstation, and with what remembers whose they are" {
    main_pid() {
        systemctl show --property MainPID --value atelier-nginx.service
    }
    started_anew() {
        [[ $(main_pid) != "$before" && $(systemctl is-active atelier-nginx.service) == active ]]
    }
    no_worker_of_before() {
        ! pgrep --parent "$before" | grep --quiet --line-regexp --fixed-strings "$workers"
    }
    before=$(main_pid)
    workers=$(pgrep --parent "$before")
    [ -n "$workers" ]
    as atelier-authorize sh -c 'date >/run/atelier/authorize/disconnect'
    eventually 60 no_worker_of_before
    # Whoever may is connected again at once.
    [ "$(main_pid)" = "$before" ]
    systemctl kill --signal KILL atelier-authorize.service
    eventually 60 started_anew
    eventually 60 systemctl is-active atelier-authorize.service
}
