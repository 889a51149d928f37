load ../helpers

# status FILTER: one value of what the watch tells.
status() {
    curl --silent --fail --max-time 5 http://127.0.0.1:4183/status | jq --raw-output "$1"
}

all_known() {
    [ "$(status '[.idle.signals[] | select(.state == "unknown") | .name] | join(",")')" = "" ]
}

@test "the watch runs as its own account, below 80 MB also when many ask" {
    [ "$(systemctl is-active atelier-watch.service)" = active ]
    pid=$(systemctl show --property MainPID --value atelier-watch.service)
    [ "$(stat --format %U "/proc/$pid")" = atelier-watch ]
    curl --silent --fail --output /dev/null 'http://127.0.0.1:4183/status?[1-500]'
    [ "$(awk '/^VmRSS/ {print $2}' "/proc/$pid/status")" -lt 80000 ]
}

@test "every signal of use is there and can be read" {
    [ "$(status '[.idle.signals[].name] | join(",")')" = \
        kernels,terminals,r-sessions,vs-code,ssh,containers,gpu,processes,schedule,hold ]
    eventually 180 all_known
}

@test "it tells of the machine that it runs on" {
    [ "$(status .workstation)" = "$(jq -r .workstation /run/atelier/machine.json)" ]
    [[ $(status .idle.since) == 20* ]]
}

@test "everybody may ask whether it is well, and hears one word" {
    run curl --silent --max-time 5 http://127.0.0.1:4183/health
    [[ $output == '{"status":"'*'"}' ]]
}

@test "a machine that came up well says so" {
    well() {
        [ "$(curl --silent --max-time 5 http://127.0.0.1:4183/health)" = '{"status":"healthy"}' ]
    }
    eventually 60 well
}

@test "what acts for it stands ready" {
    for unit in atelier-ceiling.timer atelier-pre-stop.path atelier-announce.path; do
        [ "$(systemctl is-active "$unit")" = active ]
    done
}

@test "its account may do little: no home directory, no key, no other account" {
    for command in 'ls /home/azureuser' 'cat /run/atelier/tls/key.pem' 'cat /run/atelier/signin/federated-token' 'sudo --non-interactive true'; do
        # shellcheck disable=SC2086 # each is a command with its arguments
        run runuser --user atelier-watch -- $command
        [ "$status" -ne 0 ]
    done
}

@test "the hooks that go before a stop run and answer" {
    requested="2026-01-01T00:00:$(printf %02d $((RANDOM % 60)))Z"
    printf '{"requestedAt":"%s"}\n' "$requested" >/run/atelier/watch/.stop.json.next
    chown atelier-watch /run/atelier/watch/.stop.json.next
    mv /run/atelier/watch/.stop.json.next /run/atelier/watch/stop.json
    answered() {
        [ "$(jq -r .requestedAt /run/atelier/pre-stop.json)" = "$requested" ]
    }
    eventually 60 answered
    [ "$(jq -r .message /run/atelier/pre-stop.json)" = "all hooks ended well" ]
}
