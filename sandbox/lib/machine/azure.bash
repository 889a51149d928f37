# shellcheck shell=bash
# The simulated Azure that a workstation talks to, in namespaces of its own; see azure.

# start_azure STATE WORKSTATION: sets azure_pid, the first process of its network.
start_azure() {
    local state=$1 workstation=$2 names
    mapfile -t names < <(service_names "$workstation")
    make_certificates "$state/certificates" "${names[@]}"
    IDENTITY_PROVIDER=$(identity_provider)
    export IDENTITY_PROVIDER ATELIER_KEYSTORE_PASSWORD=sandbox
    keep_running azure unshare --net --mount --pid --fork --kill-child --mount-proc "$machine_lib/azure" \
        "$(jq -r .name "$workstation")" "$(jq -r .document.host "$workstation")" "$state/certificates/server.p12" \
        $METADATA_ADDRESS $PLATFORM_ADDRESS $SERVICES_ADDRESS
    azure_supervisor=$!
    wait_for 120 "the simulated Azure to answer (see $state/azure.log)" azure_answers "$state/azure.log"
    azure_pid=$(pgrep --parent "$azure_supervisor")
}

azure_answers() {
    [ -d "/proc/$azure_supervisor" ] || fail "the simulated Azure ended while it started: $(tail -n 5 "$1")"
    grep -q '^ready:' "$1" && grep -q "started server\|Responding at\|OAuth2" "$1"
}

# Prints the directory with the identity provider's jars; Maven fetches them once.
identity_provider() {
    local directory pom=$ATELIER_ROOT/sandbox/toolchain/identity-provider/pom.xml
    directory=$(cache_directory)/identity-provider-$(checksum <"$pom")
    if ! [ -d "$directory" ]; then
        locked "$directory" fetch_identity_provider "$directory" "$pom" >&2
    fi
    echo "$directory"
}

fetch_identity_provider() {
    local directory=$1 pom=$2 unfinished=$1.unfinished
    ! [ -d "$directory" ] || return 0
    say "fetching the identity provider, once"
    rm -rf "$unfinished"
    mvn -q -B -f "$pom" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$unfinished" </dev/null >&2 ||
        fail "Maven could not fetch the identity provider; what it said is above."
    mv "$unfinished" "$directory"
}
