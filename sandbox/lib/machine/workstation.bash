# shellcheck shell=bash
# One workstation from start to end. Its directory below the sandbox's has what belongs to this run, and, because a workstation
# keeps them, its data disk and the user files of its stack.

# prepare_workstations AGENT_JAR: installs and builds what a start needs besides the program, and prints the layers of its root.
prepare_workstations() {
    install_machine_packages
    "$ATELIER_ROOT/sandbox/toolchain/identity-provider/start" --prepare
    baked_layers "$1"
}

run_workstation() {
    export_cli_environment
    read_stack
    refuse_second_run
    local registered layers
    registered=$(mktemp)
    trap 'rm -f "$registered" "$registered.next"' EXIT
    find_workstation "$name" "$registered"
    build_program
    layers=$(prepare_workstations "$agent_jar")
    mkdir -p "$state"
    cp "$registered" "$state/registered.json"
    end_leftovers "$state"
    trap 'rm -f "$registered" && end_workstation "$state"' EXIT
    trap 'exit 0' INT TERM
    echo $$ >"$state/pid"
    # Sockets have short names only.
    cd "$state"
    start_azure "$state" "$state/registered.json"
    start_workstation_machine "$layers"
    wait_for_ready
    open_ports "$state" "$state/registered.json"
    print_how_to_reach "$state" "$name"
    wait_for_end
}

refuse_second_run() {
    ! workstation_runs "$state" || fail "the workstation '$name' runs already: end it with 'sandbox/workstation $name --stop'."
}

# A number alone might be another process by now.
workstation_runs() {
    local pid
    pid=$(cat "$1/pid" 2>/dev/null) && grep -qz workstation "/proc/$pid/cmdline" 2>/dev/null
}

start_workstation_machine() {
    local layers=$1 loop share=$ATELIER_SANDBOX_DIR/files
    rm -rf machine
    mkdir -p machine "$share"
    share_directory "$share"
    make_disk "$state/disk" 8
    loop=$(attach_disk "$state/disk")
    write_layer registered.json "$state/machine/layer"
    mkdir -p machine/units
    hide_host_kernel "$state/machine/units"
    write_shared "$state/machine/shared" "$state/certificates" "$loop" "$(disk_link registered.json)"
    start_machine "$name" "$state/machine" "$state/machine/layer:$layers" memory \
        "$state/machine/shared:/run/host" "$state/machine/units:/run/systemd/system" "$share:/run/share"
    connect "$azure_pid" "$(machine_pid "$state/machine")" "$(jq -r .address registered.json)"
}

# The owner is the account of applications, whose number is the same on every image.
share_directory() {
    local directory
    directory=$1/$(jq -r .document.files.share registered.json)
    mkdir -p "$directory"
    chown 2000:2000 "$directory"
    chmod 0700 "$directory"
}

# The boot of the image says step by step how far it is.
wait_for_ready() {
    say "the workstation boots"
    within 300 boot_has_ended || fail "the workstation's boot did not end within 5 minutes: $(boot_report)"
    [ "$(boot_state)" = ready ] || fail "the workstation's boot failed: $(boot_report)"$'\n'"Its journal is in $state/journal.log."
}

boot_has_ended() {
    case $(boot_state) in ready | failed) ;; *) return 1 ;; esac
}

boot_state() { in_machine "$state/machine" jq -r .state /run/atelier/boot.json 2>/dev/null; }

boot_report() {
    in_machine "$state/machine" jq -r '.steps[] | select(.state != "done") | "\(.name) \(.state) \(.message)"' /run/atelier/boot.json 2>&1
}

# Whichever comes first: Ctrl-C, --stop, the machine powers itself off, or somebody deallocates it in the simulated Azure.
wait_for_end() {
    local cloud=$ATELIER_SANDBOX_DIR/cloud.json power=running
    touch "$state/looked"
    while machine_pid "$state/machine" >/dev/null && [ -d "/proc/$azure_supervisor" ] && [ "$power" = running ]; do
        sleep 1
        if [ "$cloud" -nt "$state/looked" ]; then
            touch -r "$cloud" "$state/looked"
            power=$(power_state "$state/registered.json")
        fi
    done
    say "the workstation '$name' has ended: $(why_it_ended "$power")"
}

why_it_ended() {
    if [ "$1" != running ]; then
        echo "somebody made it $1 in the simulated Azure."
    elif [ -d "/proc/$azure_supervisor" ]; then
        echo "it has powered itself off."
    else
        echo "the simulated Azure ended, see $state/azure.log."
    fi
}

stop_workstation() {
    local pid
    if ! workstation_runs "$1"; then
        end_leftovers "$1"
        say "the workstation '$name' does not run."
        return
    fi
    pid=$(cat "$1/pid")
    kill -TERM "$pid"
    wait_for 60 "the workstation to end" process_is_gone "$pid"
}

# Also what a run left that was killed: namespaces end by themselves, a loop device and a control group do not.
end_leftovers() {
    [ -d "$1" ] || return 0
    [ ! -f "$1/machine/supervisor" ] || stop_machine "$1/machine"
    [ ! -f "$1/disk" ] || detach_disk "$1/disk"
    rm -f "$1/pid"
}

end_workstation() {
    trap '' INT TERM
    if machine_pid "$1/machine" >/dev/null; then
        in_machine "$1/machine" journalctl --no-pager --boot >"$1/journal.log"
    fi
    end_leftovers "$1"
    # The rest ends with this process.
}
