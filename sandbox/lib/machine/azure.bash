# shellcheck shell=bash
# The simulated Azure that a workstation talks to, in namespaces of its own; see azure.

# start_azure STATE WORKSTATION: sets azure_pid, the first process of its network.
start_azure() {
    local state=$1 workstation=$2 names
    mapfile -t names < <(service_names "$workstation")
    make_certificates "$state/certificates" "${names[@]}"
    export ATELIER_KEYSTORE_PASSWORD=sandbox
    keep_running azure unshare --net --mount --pid --fork --kill-child --mount-proc "$machine_lib/azure" \
        "$(jq -r .name "$workstation")" "$(jq -r .document.host "$workstation")" "$state/certificates/server.p12" \
        $METADATA_ADDRESS $PLATFORM_ADDRESS $SERVICES_ADDRESS
    azure_supervisor=$!
    wait_for 120 "the simulated Azure to answer (see $state/azure.log)" azure_answers "$state/azure.log"
    azure_pid=$(pgrep --parent "$azure_supervisor")
}

azure_answers() {
    [ -d "/proc/$azure_supervisor" ] || fail "the simulated Azure ended while it started: $(tail -n 5 "$1")"
    [ -f "$1" ] && grep -q "^ready:" "$1"
}
