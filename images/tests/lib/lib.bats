# The helpers of the provisioning scripts, on a manifest of these tests and a server on this computer.
bats_require_minimum_version 1.5.0

setup() {
    export ATELIER_IMAGE="$BATS_TEST_DIRNAME/../.." ATELIER_MANIFEST="$BATS_TEST_TMPDIR/versions.json"
    export ATELIER_RECORDS="$BATS_TEST_TMPDIR/records"
    # shellcheck source=SCRIPTDIR/../../scripts/lib.sh
    source "$ATELIER_IMAGE/scripts/lib.sh"
    set +u
}

teardown() {
    if [ -n "${server:-}" ]; then
        kill "$server"
    fi
}

# serve FAILURES: answers 503 so many times, then the file; sets `port`, and `requests` counts what was asked.
serve() {
    requests=$BATS_TEST_TMPDIR/requests
    mkfifo "$BATS_TEST_TMPDIR/port"
    python3 "$BATS_TEST_DIRNAME/flaky_server.py" "$1" "$requests" >"$BATS_TEST_TMPDIR/port" 3>&- &
    server=$!
    read -r -t 60 port <"$BATS_TEST_TMPDIR/port"
}

# manifest SHA256: one component `thing`, on the server.
manifest() {
    jq --null-input --arg url "http://127.0.0.1:${port:-1}/thing" --argjson sha256 "$1" \
        '{components: {thing: {version: "1.2", source: {kind: "vendor", url: $url}, sha256: $sha256}}}' >"$ATELIER_MANIFEST"
}

readonly CONTENT_SHA256=434728a410a78f56fc1b5899c3593436e61ab0c731e9072d95e96db290205e53

@test "version is what the manifest says" {
    manifest null
    [ "$(version thing)" = 1.2 ]
}

@test "an unknown component is an error that names the manifest" {
    manifest null
    run version nothing
    [ "$status" -eq 1 ]
    [[ $output == *"no component 'nothing' in $ATELIER_MANIFEST"* ]]
}

@test "an unknown component ends a script" {
    manifest null
    run bash -c "source '$ATELIER_IMAGE/scripts/lib.sh'; pinned=\$(version nothing); echo went on"
    [ "$status" -eq 1 ]
    [[ $output != *"went on"* ]]
}

@test "fetch tries again until the server answers" {
    serve 2
    manifest "\"$CONTENT_SHA256\""
    fetch thing "$BATS_TEST_TMPDIR/new/thing"
    [ "$(<"$BATS_TEST_TMPDIR/new/thing")" = content ]
    [ "$(wc -l <"$requests")" -eq 3 ]
}

@test "fetch gives up in the end and says what and from where" {
    serve 9
    manifest "\"$CONTENT_SHA256\""
    ATELIER_RETRIES=1 run fetch thing "$BATS_TEST_TMPDIR/thing"
    [ "$status" -eq 1 ]
    [[ $output == *"component 'thing' cannot be downloaded from http://127.0.0.1:$port/thing"* ]]
    [ ! -e "$BATS_TEST_TMPDIR/thing" ]
}

@test "another checksum is refused, and nothing is left to be used" {
    serve 0
    manifest "\"$(printf '0%.0s' {1..64})\""
    run fetch thing "$BATS_TEST_TMPDIR/thing"
    [ "$status" -eq 1 ]
    [[ $output == *"has sha256 $CONTENT_SHA256, not 0000"* ]]
    [ ! -e "$BATS_TEST_TMPDIR/thing" ]
    [ ! -e "$BATS_TEST_TMPDIR/thing.part" ]
}

@test "an unknown checksum is measured, so that the bake is not published" {
    serve 0
    manifest null
    fetch thing "$BATS_TEST_TMPDIR/thing"
    [ "$(jq -r .thing "$ATELIER_RECORDS/unverified.json")" = "$CONTENT_SHA256" ]
}

@test "a known checksum is not entered among the measured" {
    serve 0
    manifest "\"$CONTENT_SHA256\""
    fetch thing "$BATS_TEST_TMPDIR/thing"
    [ ! -e "$ATELIER_RECORDS/unverified.json" ]
}

@test "what is there with its checksum is not fetched again" {
    serve 0
    manifest "\"$CONTENT_SHA256\""
    fetch thing "$BATS_TEST_TMPDIR/thing"
    fetch thing "$BATS_TEST_TMPDIR/thing"
    [ "$(wc -l <"$requests")" -eq 1 ]
}

@test "nothing is stood in outside a rehearsal" {
    unset ATELIER_STAND_INS
    run stood_in thing
    [ "$status" -eq 1 ]
}

@test "in a rehearsal exactly what is listed is stood in" {
    export ATELIER_STAND_INS="$BATS_TEST_TMPDIR/stand-ins.json"
    printf '{"thing": {"reason": "r", "standIn": "s"}}' >"$ATELIER_STAND_INS"
    stood_in thing
    run stood_in other
    [ "$status" -eq 1 ]
    [ -z "$output" ]
}

@test "a list of stand-ins that is not there is an error, not an empty list" {
    ATELIER_STAND_INS=$BATS_TEST_TMPDIR/missing.json run stood_in thing
    [ "$status" -eq 1 ]
    [[ $output == *"missing.json, which cannot be read"* ]]
}

@test "the bill of materials is sorted, and a second entry replaces the first" {
    record b 1
    record a 2
    record b 3
    [ "$(jq -c . "$ATELIER_RECORDS/versions.json")" = '{"a":"2","b":"3"}' ]
}

@test "packages that are installed are not asked for again" {
    apt_update() { false; }
    apt_install bash coreutils
}

@test "the driver must be as new as the CUDA release asks for" {
    # shellcheck source=SCRIPTDIR/../../scripts/nvidia.sh
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    assert_driver_runs 580.95.05 13.0
    assert_driver_runs 570.195.03 12.8
    run assert_driver_runs 570.195.03 13.0
    [ "$status" -eq 1 ]
    [[ $output == *"driver 570.195.03 does not run CUDA 13.0, which needs 580 or later"* ]]
    run assert_driver_runs 580 14.0
    [ "$status" -eq 1 ]
}

@test "tests run by name, and a name without a test is an error" {
    ATELIER_LINE=cpu run "$ATELIER_IMAGE/tests/run" build no-such-test
    [ "$status" -eq 1 ]
    [[ $output == *"no test tests/build/no-such-test.bats"* ]]
}

@test "a line without tests of a level is an error" {
    cp -r "$ATELIER_IMAGE/tests" "$BATS_TEST_TMPDIR/tests"
    rm "$BATS_TEST_TMPDIR"/tests/gpu/*
    cp "$ATELIER_IMAGE/lines.json" "$BATS_TEST_TMPDIR/"
    ATELIER_LINE=cuda run "$BATS_TEST_TMPDIR/tests/run" gpu
    [ "$status" -eq 1 ]
    [[ $output == *"no test of level gpu ran"* ]]
}

@test "a line runs the tests of the lines it extends, and not those of its siblings" {
    local root=$BATS_TEST_TMPDIR/image
    mkdir -p "$root/tests/build"
    cp "$ATELIER_IMAGE/tests/run" "$root/tests/"
    printf '{"cpu": {"scripts": ["install-a.sh"]}, "cuda": {"extends": "cpu", "scripts": ["configure-b.sh"]},
        "grid": {"extends": "cpu", "scripts": ["install-c.sh"]}}' >"$root/lines.json"
    for name in a b c everywhere; do
        printf '@test "%s" {\n    true\n}\n' "$name" >"$root/tests/build/$name.bats"
    done
    ATELIER_LINE=cuda run "$root/tests/run" build
    [ "$status" -eq 0 ]
    [ "$(grep -o '^ok [0-9]* .*' <<<"$output" | cut -d ' ' -f 3 | tr '\n' ' ')" = "a b everywhere " ]
}
