# shellcheck shell=bash
# One run at a time builds something that others use as well.

waiting="waiting for another run that builds"
LONGEST_WAIT=3600 # seconds

# locked WHAT COMMAND...: who waited has to look whether the work is still to be done. The lock dies with its holder.
locked() {
    local what=$1
    shift
    mkdir -p "$(dirname "$what")"
    (
        if command -v flock >/dev/null; then
            exec 9>"$what.lock"
            flock -n 9 || { say "$waiting" && flock -w $LONGEST_WAIT 9; } || fail "waited an hour for another run that builds: $what.lock"
        else
            hold_lock_file "$what.lock.pid"
        fi
        "$@"
    )
}

# For systems without flock: a link that names its holder, taken over when that process is gone.
hold_lock_file() {
    lock=$1 # not local: the trap needs it
    local holder told=""
    until ln -s $$ "$lock" 2>/dev/null; do
        holder=$(readlink "$lock") || continue
        if kill -0 "$holder" 2>/dev/null; then
            [ -n "$told" ] || say "$waiting"
            told=yes
            sleep 2
        else
            take_away "$lock" "$holder"
        fi
    done
    trap 'rm -f "$lock"' EXIT
}

# One at a time looks again and takes away, or two would each take what the other has just put there.
take_away() {
    mkdir "$1.check" 2>/dev/null || { sleep 1 && return; }
    [ "$(readlink "$1")" != "$2" ] || rm -f "$1"
    rmdir "$1.check"
}
