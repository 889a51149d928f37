# shellcheck shell=bash
# Programs of a workstation that no distribution has, built once into the user's cache from their registries.
# Wants environment.bash, lock.bash, toolchain.bash and go-tool.bash.

# Prints where oauth2-proxy is.
oauth2_proxy() {
    go_tool oauth2-proxy github.com/oauth2-proxy/oauth2-proxy/v7 \
        github.com/oauth2-proxy/oauth2-proxy/v7/pkg/version.VERSION github.com/oauth2-proxy/oauth2-proxy/v7
}

# Prints the directory that holds code-server/ and code-server.tar.gz.
code_server() {
    local directory
    directory=$(cache_directory)/code-server-$(code_server_recipe)
    if ! [ -d "$directory" ]; then
        locked "$directory" build_code_server "$directory" >&2
    fi
    echo "$directory"
}

# Another version, recipe or machine is another program.
code_server_recipe() {
    {
        uname -sm
        cd "$ATELIER_ROOT/sandbox/toolchain/code-server" && cat .npmrc package.json package-lock.json build
    } | checksum
}

# Whoever sees the directory sees it complete; who waited for another run finds its work done.
build_code_server() {
    local directory=$1 unfinished=$1.unfinished.$$
    ! [ -d "$directory" ] || return 0
    say "building code-server, once (about five minutes on two cores)"
    rm -rf "$directory".unfinished.*
    mkdir -p "$unfinished"
    "$ATELIER_ROOT/sandbox/toolchain/code-server/build" "$unfinished" >"$unfinished/log" 2>&1 9>&- ||
        fail "could not build code-server: $(tail -n 5 "$unfinished/log")"$'\n'"All of it is in $unfinished/log."
    mv "$unfinished" "$directory"
    say "built code-server in $directory"
}
