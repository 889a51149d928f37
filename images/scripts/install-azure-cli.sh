#!/usr/bin/env bash
# The az command with the extension ml, the successor of the command line v1.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

readonly EXTENSIONS=/opt/atelier/azure-cli-extensions

# Not in a user's home: everybody on the machine has the extension of the image.
install_extension() {
    local wheel
    wheel=/opt/atelier-downloads/ml-$(version azure-cli-ml)-py3-none-any.whl
    if [[ ! -d $EXTENSIONS/ml ]]; then
        fetch azure-cli-ml "$wheel"
        AZURE_EXTENSION_DIR=$EXTENSIONS az extension add --yes --source "$wheel"
        rm "$wheel"
    fi
    record azure-cli-ml "$(version azure-cli-ml)"
}

# Telemetry stays off, and extensions come from the image, not by themselves from the Internet.
configure_az() {
    cat >/etc/profile.d/azure-cli.sh <<SETTINGS
export AZURE_EXTENSION_DIR=\${AZURE_EXTENSION_DIR:-$EXTENSIONS}
export AZURE_CORE_COLLECT_TELEMETRY=no AZURE_EXTENSION_USE_DYNAMIC_INSTALL=no
SETTINGS
}

create_tool azure-cli
offer /opt/atelier/azure-cli az
configure_az
if ! stood_in azure-cli-ml; then
    install_extension
fi
record_locked azure-cli azure-cli

run_tests azure-cli
