# shellcheck shell=bash
# Programs that the image gets from their vendors and a rehearsal builds from package registries: once, into the user's cache.
# Each has a folder below sandbox/toolchain with its pins and a script `build INTO`; the files directly in INTO are the result.

stand_in_programs="oauth2-proxy code-server"

# Prints the directory that the provisioning takes them from, one entry a program; builds what is missing.
stand_ins() {
    local program directory
    directory=$(cache_directory)/stand-ins-$(stand_ins_recipe)
    if ! [ -d "$directory" ]; then
        for program in $stand_in_programs; do
            locked "$(stand_in_directory "$program")" build_stand_in "$program" >&2
        done
        locked "$directory" gather_stand_ins "$directory" >&2
    fi
    echo "$directory"
}

stand_ins_recipe() {
    local program
    for program in $stand_in_programs; do
        stand_in_directory "$program"
    done | checksum
}

# Other pins, another way of building or another machine are another program.
stand_in_directory() {
    echo "$(cache_directory)/$1-$({ uname -sm && cd "$ATELIER_ROOT/sandbox/toolchain/$1" && sha256sum ./* .npmrc 2>/dev/null; } | checksum)"
}

build_stand_in() {
    local directory unfinished
    directory=$(stand_in_directory "$1")
    unfinished=$directory.unfinished
    ! [ -d "$directory" ] || return 0
    say "building $1, once (what it says goes to $unfinished.log)"
    rm -rf "$unfinished"
    mkdir -p "$unfinished"
    "$ATELIER_ROOT/sandbox/toolchain/$1/build" "$unfinished" >"$unfinished.log" 2>&1 9>&- </dev/null ||
        fail "$1 does not build: $(tail -n 5 "$unfinished.log")"$'\n'"All of it is in $unfinished.log."
    mv "$unfinished" "$directory"
    say "built $1 in $directory"
}

# What is packed, not what it was packed from: Packer copies file by file, and one program has tens of thousands.
gather_stand_ins() {
    local directory=$1 unfinished=$1.unfinished program
    ! [ -d "$directory" ] || return 0
    rm -rf "$unfinished"
    mkdir -p "$unfinished"
    for program in $stand_in_programs; do
        find "$(stand_in_directory "$program")" -maxdepth 1 -type f -exec ln {} "$unfinished/" \;
    done
    mv "$unfinished" "$directory"
}
