# shellcheck shell=bash
# Programs of sandbox/toolchain that are one Go program each: built once into the user's cache.
# Wants environment.bash, lock.bash and toolchain.bash.

# go_tool NAME PACKAGE VERSION_VARIABLE VERSION_MODULE: prints where the program is. Other files or another machine are another program.
go_tool() {
    local directory
    directory=$(cache_directory)/$1-$(go_tool_pin "$1")
    if ! [ -x "$directory/$1" ]; then
        require_go "$1"
        locked "$directory" build_go_tool "$directory" "$@" >&2
    fi
    echo "$directory/$1"
}

go_tool_pin() {
    {
        uname -sm
        cat "$ATELIER_ROOT/sandbox/toolchain/$1"/*
    } | checksum
}

# Whoever sees the directory sees it complete; who waited for another run finds its work done.
build_go_tool() {
    local directory=$1 name=$2 package=$3 version_variable=$4 version_module=$5
    local unfinished=$directory.unfinished.$$
    ! [ -x "$directory/$name" ] || return 0
    rm -rf "$directory".unfinished.*
    mkdir -p "$unfinished"
    build_tool "$name" "$package" "" "$version_variable" "$version_module" "$unfinished"
    mv "$unfinished" "$directory"
    say "built $name in $directory"
}
