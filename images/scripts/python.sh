# shellcheck shell=bash
# Helpers of the scripts that install Python environments; sourced after lib.sh.
#
# Environments belong to root and are the same on every workstation; users make their own below ~/envs.

readonly ENVIRONMENTS=/opt/atelier/envs KERNELS=/usr/local/share/jupyter/kernels
readonly CONDA=/opt/miniforge/bin/conda
# The one that environments/resolve asks for; conda brings its newest patch.
readonly PYTHON=3.12

# create_environment NAME [LOCK]: an environment for notebooks, from conda's Python; Debian's where Miniforge is stood in.
create_environment() {
    if stood_in miniforge; then
        install_locked "$ENVIRONMENTS/$1" "${2:-$1}" distribution_python
    else
        install_locked "$ENVIRONMENTS/$1" "${2:-$1}" conda_python
    fi
}

# create_tool NAME: an environment for commands, from the distribution's Python.
create_tool() {
    install_locked "/opt/atelier/$1" "$1" distribution_python
}

conda_python() {
    "$CONDA" create --yes --quiet --prefix "$1" --override-channels --channel conda-forge "python=$PYTHON" pip
}

distribution_python() {
    apt_install python3-venv
    python3 -m venv "$1"
}

# install_locked DIRECTORY LOCK CREATE: exactly what environments/LOCK.lock lists, each file held against its hashes.
install_locked() {
    local directory=$1 lock=$ATELIER_IMAGE/environments/$2.lock create=$3
    [[ -f $lock ]] || fail "no $lock; write environments/$2.in and run environments/lock $2"
    if cmp --quiet "$lock" "$directory/installed.lock"; then
        return 0
    fi
    rm -rf "$directory"
    "$create" "$directory"
    # Without the resolver: what is not in the lock is not installed, and `pip check` says whether something lacks.
    "$directory/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --root-user-action ignore \
        --require-hashes --only-binary :all: --no-deps --requirement "$lock"
    "$directory/bin/python" -m pip check
    install -m 0644 "$lock" "$directory/installed.lock"
}

# offer DIRECTORY COMMAND [NAME=VALUE...]: a command on everybody's path, without the rest of its environment but with these
# variables, whichever way people start it. Not a link: some programs look for others beside the name they are called by.
offer() {
    local directory=$1 command=$2 file=/usr/local/bin/$2
    shift 2
    # A link that is there would be written through.
    rm -f "$file"
    {
        printf '#!/bin/sh\nexec env'
        [[ $# -eq 0 ]] || printf ' "%s"' "$@"
        printf ' %s/bin/%s "$@"\n' "$directory" "$command"
    } >"$file"
    chmod 0755 "$file"
}

# add_kernel NAME TITLE [NAME=VALUE...]: a Jupyter kernel for the environment NAME, with more variables if given.
add_kernel() {
    local name=$1 title=$2 python=$ENVIRONMENTS/$1/bin
    shift 2
    write_kernel "$name" "$title" python "PATH=$python:\${PATH}" "$@" -- \
        "$python/python" -m ipykernel_launcher -f '{connection_file}'
}

# write_kernel NAME TITLE LANGUAGE [NAME=VALUE...] -- COMMAND...
write_kernel() {
    local file=$KERNELS/$1/kernel.json title=$2 language=$3 environment=()
    shift 3
    while [[ $1 != -- ]]; do
        environment+=("$1")
        shift
    done
    shift
    install -d -m 0755 "$(dirname "$file")"
    # Users' libraries ask the token broker of the machine, whoever starts the kernel.
    jq --null-input --arg title "$title" --arg language "$language" \
        --argjson command "$(json_list "$@")" --argjson environment "$(json_list "${environment[@]}")" '{
            argv: $command, display_name: $title, language: $language, metadata: {debugger: ($language == "python")},
            env: ({AZURE_POD_IDENTITY_AUTHORITY_HOST: "http://127.0.0.1:4182"}
                + ($environment | map(capture("^(?<key>[^=]+)=(?<value>.*)$")) | from_entries))
        }' >"$file"
    chmod 0644 "$file"
}

# json_list VALUE...: values without line breaks.
json_list() {
    if [[ $# -eq 0 ]]; then
        printf '[]\n'
    else
        printf '%s\n' "$@" | jq --null-input --raw-input '[inputs]'
    fi
}

# record_locked LOCK PACKAGE...: enter packages of an environment into the bill of materials, under their own names.
record_locked() {
    local lock=$ATELIER_IMAGE/environments/$1.lock package pinned
    shift
    for package in "$@"; do
        pinned=$(sed -nE "s/^$package==([^ ;]+).*/\\1/p" "$lock")
        [[ -n $pinned ]] || fail "$lock has no package '$package'"
        record "$package" "$pinned"
    done
}
