# shellcheck shell=bash
# How a person gets at the workstation from this computer.

# open_ports STATE WORKSTATION: what a browser needs, from this computer's loopback: the workstation and the sign-in.
open_ports() {
    local address
    address=$(jq -r .address "$2")
    forward workstation "$azure_pid" "$address" 443 "$port"
    workstation_port=$forwarded_port
    forward signin "$azure_pid" $SERVICES_ADDRESS 443 $((workstation_port + 1))
    signin_port=$forwarded_port
    in_machine "$1/machine" cat /run/atelier/tls/cert.pem >"$1/certificates/workstation.pem"
    write_reach "$1" "$2"
}

# For programs, the tests for example.
write_reach() {
    jq -n --arg host "$(jq -r .document.host "$2")" \
        --arg rules "MAP $(jq -r .document.host "$2"):443 127.0.0.1:$workstation_port,MAP login.microsoftonline.com:443 127.0.0.1:$signin_port" \
        --arg pins "$(public_key_pin "$1/certificates/workstation.pem"),$(public_key_pin "$1/certificates/server.pem")" \
        --argjson port "$workstation_port" --argjson signInPort "$signin_port" \
        --argjson people "$(people)" \
        '{url: "https://\($host)/", host: $host, port: $port, signInPort: $signInPort, hostResolverRules: $rules, publicKeyPins: $pins, $people}' \
        >"$1/reach.json"
}

people() {
    yq '[(.principals[] | select(.type == "User")), .outsiders[]] | map({name, userPrincipalName, objectId})' "$ATELIER_AZURE_YAML"
}

print_how_to_reach() {
    local state=$1 name=$2 sandbox=""
    # Chromium refuses to run as root with its own sandbox.
    [ -n "${SUDO_USER:-}" ] || sandbox=" --no-sandbox"
    # The profile is the browser's own: under sudo, the state belongs to root.
    jq -r --arg name "$name" --arg sandbox "$sandbox" '"
The workstation \($name) is ready: \(.url)

Its name and the sign-in exist on this computer only. For a browser that knows them:

    chromium --user-data-dir=\"$(mktemp -d)\"\($sandbox) \\
        --host-resolver-rules=\"\(.hostResolverRules)\" \\
        --ignore-certificate-errors-spki-list=\(.publicKeyPins) \\
        \(.url)

The sign-in page lists whom you can sign in as:

\(.people | map("    " + .name + "  " + .userPrincipalName) | join("\n"))

Ctrl-C ends it; from another terminal: sandbox/workstation \($name) --stop"' "$state/reach.json"
}
