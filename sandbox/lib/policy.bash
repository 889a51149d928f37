# shellcheck shell=bash
# Policy packs. The nodejs language host is not part of the pinned toolchain, so a nodejs pack is started as an executable:
# its folder in --policy-pack is replaced by a script that runs it with node.

prepare_policy_packs() {
    local index=0 argument packs=() configurations=()
    while [ $index -lt ${#arguments[@]} ]; do
        argument=${arguments[$index]}
        case $argument in
            --policy-pack=*)
                packs+=("${argument#*=}")
                arguments[$index]=--policy-pack=$(runnable_pack "${argument#*=}")
                ;;
            --policy-pack)
                index=$((index + 1))
                packs+=("${arguments[$index]-}")
                arguments[$index]=$(runnable_pack "${arguments[$index]-}")
                ;;
            --policy-pack-config=*) configurations+=("${argument#*=}") ;;
            --policy-pack-config)
                index=$((index + 1))
                configurations+=("${arguments[$index]-}")
                ;;
        esac
        index=$((index + 1))
    done
    # The CLI takes the first configuration for the first pack, and so on.
    for index in ${configurations[@]+"${!configurations[@]}"}; do
        judge_configuration "${packs[$index]-}" "${configurations[$index]}"
    done
}

# The engine lets a configuration switch policies off. A pack with a command for it says which configurations it stands.
judge_configuration() {
    local command
    command=$(cd "$project_dir" && cd "$1" 2>/dev/null && pwd -P)/bin/src/command/index.js || return 0
    if [ -f "$command" ]; then
        (cd "$project_dir" && node "$command" config "$2") || fail "the policy pack refuses its configuration; why is above."
    fi
}

# Prints what the CLI should start: the script for a nodejs pack, anything else as it was given.
runnable_pack() {
    local pack
    pack=$(cd "$project_dir" && cd "$1" 2>/dev/null && pwd -P) || pack=""
    if [ -n "$pack" ] && grep -Eq '^runtime: *nodejs|^ +name: *nodejs' "$pack/PulumiPolicy.yaml" 2>/dev/null; then
        build_pack "$pack"
        pack_script "$pack"
    else
        echo "$1"
    fi
}

# npm when the lock file is newer than what it installed, the build when that happened or a source is newer than its result.
build_pack() {
    local pack=$1 installed=$1/node_modules/.package-lock.json
    command -v npm >/dev/null || fail "needs Node to run the policy pack '$pack': install Node 20 or later and put node and npm on PATH."
    if ! [ -f "$installed" ] || [ "$pack/package-lock.json" -nt "$installed" ]; then
        say "installing what the policy pack needs"
        (cd "$pack" && npm ci --no-audit --no-fund </dev/null >&2) || fail "npm could not install the policy pack's dependencies."
        touch "$installed"
        rm -f "$pack/bin/.built"
    fi
    if ! [ -f "$pack/bin/.built" ] || [ -n "$(newer_sources "$pack")" ]; then
        (cd "$pack" && npm run --if-present build </dev/null >&2) || fail "the policy pack '$pack' does not build."
        mkdir -p "$pack/bin" && touch "$pack/bin/.built"
    fi
}

newer_sources() {
    find "$1" \( -name node_modules -o -name bin \) -prune -o -type f -newer "$1/bin/.built" -print | head -n 1
}

# Pulumi's own starter loads a TypeScript compiler before anything else, which takes as long as all the rest of a start. A pack
# that says it needs none is started by its own entry point.
pack_script() {
    local script start='node_modules/@pulumi/pulumi/cmd/run-policy-pack "$1" .'
    if grep -Eq '^ +typescript: *false' "$1/PulumiPolicy.yaml"; then start=.; fi
    script=$ATELIER_SANDBOX_DIR/policy-packs/$(printf %s "$1" | cksum | cut -d ' ' -f 1)/policy-pack
    mkdir -p "$(dirname "$script")"
    cp -f "$1/PulumiPolicy.yaml" "$(dirname "$script")/"
    # Renamed into place: another run may be starting it.
    cat >"$script.$$" <<SCRIPT
#!/bin/sh
cd $(printf %q "$1") || exit 1
exec node $start
SCRIPT
    chmod +x "$script.$$"
    mv -f "$script.$$" "$script"
    echo "$script"
}
