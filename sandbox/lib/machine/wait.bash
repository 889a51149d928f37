# shellcheck shell=bash
# Waiting for a condition, never for a time.

# within SECONDS COMMAND...: succeeds as soon as the command does, fails when the time is over.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.1
    done
}

# wait_for SECONDS WHAT COMMAND...: the same, and says what did not happen.
wait_for() {
    local seconds=$1 what=$2
    shift 2
    within "$seconds" "$@" || fail "waited $seconds seconds for $what."
}
