#!/usr/bin/env bash
# The agent: its jar, the Java machine that runs it, and for each unit an archive of its classes, to start quickly and be small.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly JAR=/usr/lib/atelier/agent.jar
readonly OPTIONS=$ATELIER_IMAGE/files/usr/share/atelier/agent.options
# Asking these loads what a unit needs in its daily work.
declare -rA ADDRESSES=(
    [authorize]=4181/authorize
    [tokens]='4182/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://management.azure.com/'
    [watch]=4183/status
)

# up_to_date UNIT: an archive counts only for the jar and the Java machine that it was made with.
up_to_date() {
    local archive=/usr/lib/atelier/$1.jsa
    [[ -s $archive && $archive -nt $JAR && $archive -nt $(readlink --canonicalize "$(command -v java)") ]]
}

# The firewall lets nginx's account through to all of them.
as_nginx() {
    runuser -u www-data -- curl --silent --output /dev/null --header 'Cookie: none' --header 'Metadata: true' "$@"
}

# archive UNIT: run it for a moment, far from Azure, ask it once, and let it write down which classes it has loaded.
archive() {
    local unit=$1 agent
    # Nothing listens on port 9.
    ATELIER_METADATA_URL=http://127.0.0.1:9 ATELIER_RESOURCE_MANAGER_URL=https://127.0.0.1:9 \
        ATELIER_SIGNIN_URL=http://127.0.0.1:9 ATELIER_DOCUMENT=$work/machine.json \
        java "@$OPTIONS" "-XX:ArchiveClassesAtExit=$work/$unit.jsa" -jar "$JAR" "$unit" >"$work/$unit.log" 2>&1 &
    agent=$!
    # A refused connection is all that is tried again: it answers 503 to what it cannot know yet.
    as_nginx --retry 120 --retry-delay 1 --retry-connrefused "http://127.0.0.1:${ADDRESSES[$unit]%%/*}/" ||
        fail "the agent's unit $unit did not answer: $(cat "$work/$unit.log")"
    as_nginx "http://127.0.0.1:${ADDRESSES[$unit]}"
    kill "$agent"
    # 143: ended by the signal.
    wait "$agent" || [[ $? -eq 143 ]] || fail "the agent's unit $unit did not end well: $(cat "$work/$unit.log")"
    [[ -s $work/$unit.jsa ]] || fail "the Java machine wrote no archive for $unit: $(cat "$work/$unit.log")"
    install -m 0644 "$work/$unit.jsa" "/usr/lib/atelier/$unit.jsa"
}

apt_install default-jre-headless curl
install -C -D --owner root --group root -m 0644 "$ATELIER_IMAGE/agent.jar" "$JAR"
systemd-sysusers "$ATELIER_IMAGE/files/usr/lib/sysusers.d/atelier.conf"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$ATELIER_IMAGE/files/usr/share/atelier/agent-example.json" "$work/machine.json"
for unit in authorize tokens watch; do
    up_to_date "$unit" || archive "$unit"
done

record default-jre-headless "$(apt_version default-jre-headless)"

run_tests agent
