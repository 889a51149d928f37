# shellcheck shell=bash
# For the image's tests: `load ../helpers` in a .bats file gives them the scripts' helpers and these.

# shellcheck source=SCRIPTDIR/../scripts/lib.sh
source "${BASH_SOURCE[0]%/*}/../scripts/lib.sh"

# real_only NAME: leave a test out where NAME is switched off in a rehearsal; the list says why.
real_only() {
    if stood_in "$1"; then
        skip "$1 is switched off: $(jq -r --arg name "$1" '.[$name].reason' "$ATELIER_STAND_INS")"
    fi
}

# recorded NAME: the version in the bill of materials.
recorded() {
    jq -er --arg name "$1" '.[$name]' "$ATELIER_RECORDS/versions.json"
}

# run_kernel NAME CODE EXPECTED: start a kernel the way Jupyter does, run one cell in it, compare what it prints.
run_kernel() {
    /opt/atelier/envs/base/bin/python "${BASH_SOURCE[0]%/*}/run-kernel.py" "$@"
}

# eventually SECONDS COMMAND...: waits until it succeeds, at most so long.
eventually() {
    local end=$((SECONDS + $1))
    until "${@:2}"; do
        ((SECONDS < end)) || return 1
        sleep 1
    done
}
