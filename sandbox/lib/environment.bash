# shellcheck shell=bash
# Where the sandbox lives and what the CLI is told by environment variables.

say() { printf 'sandbox: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# Absolute, because the CLI may change its directory (-C) before it looks.
prepare_sandbox_dir() {
    local dir=${ATELIER_SANDBOX_DIR:-$ATELIER_ROOT/.sandbox}
    mkdir -p "$dir/home" "$dir/backend" "$dir/project" || fail "cannot write to '$dir'; name another folder in ATELIER_SANDBOX_DIR."
    ATELIER_SANDBOX_DIR=$(cd "$dir" && pwd -P)
    export ATELIER_SANDBOX_DIR
}

# The CLI must neither read the user's own stacks nor fetch anything, and the passphrase guards nothing here.
export_cli_environment() {
    export PULUMI_HOME=$ATELIER_SANDBOX_DIR/home
    export PULUMI_BACKEND_URL=file://$ATELIER_SANDBOX_DIR/backend
    export PULUMI_CONFIG_PASSPHRASE=sandbox
    export PULUMI_SKIP_UPDATE_CHECK=true
    export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true
    export PULUMI_IGNORE_AMBIENT_PLUGINS=true
    export ATELIER_AZURE_YAML=${ATELIER_AZURE_YAML:-$ATELIER_ROOT/sandbox/azure.yaml}
}

# The engine starts providers from its plugin cache without a warning, and from nowhere else here.
install_provider() {
    local plugin=$PULUMI_HOME/plugins/resource-azure-native-v2.10.0/pulumi-resource-azure-native
    if ! [ "$plugin" -ef "$ATELIER_ROOT/sandbox/lib/provider" ]; then
        mkdir -p "$(dirname "$plugin")"
        ln -sfn "$ATELIER_ROOT/sandbox/lib/provider" "$plugin"
    fi
}
