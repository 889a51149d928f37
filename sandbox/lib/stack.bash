# shellcheck shell=bash
# Stacks. The CLI writes an encryption salt into a stack's configuration file; here it gets a copy, so that no committed file
# changes. A stack is created from a folder of the sandbox directory that holds those copies.

# Without a selection and without --stack the stack is "dev".
choose_stack() {
    stack=${stack_flag:-$(selected_stack)}
    if [ -z "$stack" ]; then
        stack=dev
        copy_config
        in_copies stack select --create "$stack" >/dev/null
        select_stack "$stack"
    fi
    stack=${stack##*/}
}

# Sets `project` to the nearest Pulumi.yaml upwards, as the CLI looks for it.
find_project() {
    local directory
    directory=$(cd "$working_dir" 2>/dev/null && pwd) || fail "there is no folder '$working_dir'."
    project_dir=$directory
    until [ -f "$directory/Pulumi.yaml" ]; do
        [ "$directory" != / ] || fail "there is no Pulumi.yaml in '$project_dir' or above it."
        directory=$(dirname "$directory")
    done
    project=$directory/Pulumi.yaml
}

in_project() { "$cli" -C "$project_dir" "$@"; }

in_copies() { "$cli" -C "$ATELIER_SANDBOX_DIR/project" "$@"; }

select_stack() { in_project stack select "$1" >/dev/null; }

# The CLI keeps the selection in a file named after the project's path; reading it saves a start of the CLI at each run.
selected_stack() {
    local name settings
    if [ -n "${PULUMI_STACK:-}" ]; then
        echo "$PULUMI_STACK"
        return
    fi
    name=$(sed -n 's/^name: *["'\'']\{0,1\}\([A-Za-z0-9_.-]*\).*/\1/p' "$project")
    settings=$PULUMI_HOME/workspaces/$name-$(printf %s "$project" | sha1)-workspace.json
    if [ -f "$settings" ] && grep -q "\"$PULUMI_BACKEND_URL\": *\"" "$settings"; then
        sed -n "s|.*\"$PULUMI_BACKEND_URL\": *\"\([^\"]*\)\".*|\1|p" "$settings"
    else
        # The CLI fails when no stack is selected; the empty answer says so to the caller.
        in_project stack --show-name 2>/dev/null || true
    fi
}

sha1() {
    if command -v sha1sum >/dev/null; then
        sha1sum | cut -d ' ' -f 1
    else
        shasum | cut -d ' ' -f 1
    fi
}

# What a real stack's file says about its secrets is of no use here, unless the file holds secret values.
copy_config() {
    local original copy salt
    copy_project
    original=$(dirname "$project")/Pulumi.$stack.yaml
    copy=$ATELIER_SANDBOX_DIR/project/Pulumi.$stack.yaml
    # A first copy has none, and then an empty line is all that is written for it.
    salt=$(grep '^encryptionsalt:' "$copy" 2>/dev/null || true)
    if ! [ -f "$original" ]; then
        printf '%s\n' "$salt" >"$copy.$$"
    elif grep -Eq '(^|[{ ])secure:' "$original"; then
        cat "$original" >"$copy.$$"
    else
        { sed -E '/^(encryptionsalt|secretsprovider|encryptedkey):/d' "$original" && printf '\n%s\n' "$salt"; } >"$copy.$$"
    fi
    mv -f "$copy.$$" "$copy"
}

copy_project() {
    cp -f "$project" "$ATELIER_SANDBOX_DIR/project/Pulumi.yaml"
}

use_config_copy() {
    if [ -z "$config_file_flag" ]; then
        copy_config
        add_flag --config-file "$ATELIER_SANDBOX_DIR/project/Pulumi.$stack.yaml"
    fi
}

add_flag() {
    arguments=("${arguments[@]:0:$own_flags}" "$@" "${arguments[@]:$own_flags}")
}

# `stack init` and `stack select --create`: created among the copies, then selected for the project as well.
create_stack() {
    copy_project
    "$cli" "${arguments[@]}" -C "$ATELIER_SANDBOX_DIR/project" || exit $?
    has_flag --no-select || select_stack "$(in_copies stack --show-name)"
}

# `stack rm` would delete the committed configuration file as well.
keep_config_file() {
    has_flag --preserve-config || add_flag --preserve-config
}

has_flag() {
    local argument
    for argument in "${arguments[@]}"; do
        [ "$argument" != "$1" ] || return 0
    done
    return 1
}
