# shellcheck shell=bash
# A machine: systemd as process 1 in namespaces, on an overlay over directories that it does not change.
#
# Whatever it mounts, makes or starts lies in its namespaces and ends with them; the kernel ends them when the process that
# started the machine ends, however that happens.

# start_machine NAME STATE LAYERS UPPER [SOURCE:TARGET...]: see init. Returns when systemd runs; machine_pid says as what.
start_machine() {
    local state=$2
    mkdir -p "$state/mount"
    rm -f "$state/pid"
    machine_cgroup add "$(machine_cgroup_name "$state")"
    # 9 is what locked() holds on to.
    setpriv --pdeathsig KILL unshare --mount --propagation private \
        "$machine_lib/enter-namespaces" "$@" >"$state/console.log" 2>&1 </dev/null 9>&- &
    echo $! >"$state/supervisor"
    wait_for 30 "the machine to start (see $state/console.log)" machine_runs_systemd "$state"
}

# The process 1 of the machine as the host numbers it; fails if it is not there.
machine_pid() {
    local state=$1 supervisor
    supervisor=$(cat "$state/supervisor" 2>/dev/null) || return 1
    pgrep --parent "$supervisor" 2>/dev/null
}

machine_runs_systemd() {
    local pid
    kill -0 "$(cat "$1/supervisor")" 2>/dev/null || fail "the machine ended while it started: $(tail -n 5 "$1/console.log")"
    pid=$(machine_pid "$1") && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = systemd ]
}

# in_machine STATE COMMAND...: as root, with the machine's own environment.
in_machine() {
    local pid
    pid=$(machine_pid "$1") || fail "the machine does not run."
    shift
    nsenter --target "$pid" --mount --pid --uts --ipc --net --cgroup -- \
        env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

# Asks systemd to power off and waits; who does not go is ended with its namespaces.
stop_machine() {
    local state=$1 pid
    if pid=$(machine_pid "$state"); then
        kill -s RTMIN+4 "$pid"
        within "${2:-20}" process_is_gone "$pid" || kill -KILL "$pid"
        within 10 process_is_gone "$pid" || fail "process $pid, the machine's first, does not end."
    fi
    wait_for 10 "the machine's namespaces to go" process_is_gone "$(cat "$state/supervisor")"
    machine_cgroup remove "$(machine_cgroup_name "$state")"
    rm -rf "$state/mount" "$state/supervisor"
}

# A child that has ended and that nobody has waited for still has an entry.
process_is_gone() {
    ! [ -e "/proc/$1/stat" ] || [ "$(sed 's/.*) \(.\).*/\1/' "/proc/$1/stat" 2>/dev/null)" = Z ] || ! [ -e "/proc/$1/stat" ]
}

machine_cgroup_name() { echo "atelier-$(printf %s "$1" | checksum)"; }

# systemd manages control groups of its own only below one that was made for it. The hierarchy is mounted where nobody sees it.
machine_cgroup() {
    # shellcheck disable=SC2016 # the inner bash expands it
    unshare --mount --propagation private bash -euo pipefail -c '
        mount -t tmpfs cgroup /mnt
        mkdir /mnt/all
        mount -t cgroup2 cgroup2 /mnt/all
        case $1 in
            add) mkdir -p "/mnt/all/$2" ;;
            remove) ! [ -d "/mnt/all/$2" ] || find "/mnt/all/$2" -depth -type d -exec rmdir {} + ;;
        esac' bash "$1" "$2"
}

# hide_host_kernel UNITS: the kernel's debugging file systems have no namespace, so a machine does not mount them.
hide_host_kernel() {
    local unit
    for unit in sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount dev-hugepages.mount; do
        ln -sf /dev/null "$1/$unit"
    done
}

# name_machine NAME LAYER: the files that say what a machine is called.
name_machine() {
    mkdir -p "$2/etc"
    printf '%s\n' "$1" >"$2/etc/hostname"
    printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$1" >"$2/etc/hosts"
}
