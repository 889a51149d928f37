# shellcheck shell=bash
# What the scripts of a workstation share: sourced by them, never run.

set -euo pipefail
shopt -s inherit_errexit

readonly RUN=${ATELIER_RUN:-/run/atelier}
readonly DOCUMENT=${ATELIER_DOCUMENT:-$RUN/machine.json}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# document FILTER: one value of the document in force; "" when it has none.
document() {
    jq --raw-output "$1 // \"\"" "$DOCUMENT"
}

# replace FILE MODE: make standard input the content of a file, in one step. Prints "changed" unless it was that already.
replace() {
    local file=$1 next=$1.next.$$
    (
        umask 077
        cat >"$next"
    )
    chmod "$2" "$next"
    if [[ -f $file && ! -L $file ]] && cmp --quiet "$next" "$file"; then
        chmod "$2" "$file"
        rm -f "$next"
    else
        mv --no-target-directory "$next" "$file"
        printf 'changed\n'
    fi
}

# tell FILE STATE MESSAGE: a state others read; "since" stays as long as the state does.
tell() {
    local before='{}'
    [[ ! -s $1 ]] || before=$(<"$1")
    jq -n --argjson before "$before" --arg state "$2" --arg message "$3" '
        {$state, $message, since: (if $before.state == $state then $before.since else (now | todate) end)}' |
        replace "$1" 0644 >/dev/null
}
