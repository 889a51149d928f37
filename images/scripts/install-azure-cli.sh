#!/usr/bin/env bash
# The az command with the extension ml, the successor of the command line v1.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

# Beside az itself: everybody has the image's extension, and people add their own in their home.
install_extension() {
    local wheel
    wheel=/opt/atelier-downloads/ml-$(version azure-cli-ml)-py3-none-any.whl
    if ! az extension show --name ml >/dev/null 2>&1; then
        fetch azure-cli-ml "$wheel"
        az extension add --system --yes --source "$wheel"
        rm "$wheel"
    fi
    record azure-cli-ml "$(version azure-cli-ml)"
}

create_tool azure-cli
# Extensions come from the image or by a person's own wish, not by themselves.
offer /opt/atelier/azure-cli az AZURE_CORE_COLLECT_TELEMETRY=no AZURE_EXTENSION_USE_DYNAMIC_INSTALL=no
if ! stood_in azure-cli-ml; then
    install_extension
fi
record_locked azure-cli azure-cli

run_tests azure-cli
