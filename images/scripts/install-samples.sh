#!/usr/bin/env bash
# Azure Machine Learning's own samples at one commit, and Atelier's; atelier-samples copies them to a user's files.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly SAMPLES=/usr/share/atelier/samples

install_azure_samples() {
    local archive=/opt/atelier-downloads/azureml-examples.tar.gz target=$SAMPLES/azureml-examples
    if [[ ! -d $target || $(<"$SAMPLES/VERSION") != "$(short_version)" ]]; then
        fetch azureml-examples "$archive"
        rm -rf "$target"
        install -d -m 0755 "$target"
        tar --extract --gzip --file "$archive" --directory "$target" --strip-components 1 --no-same-owner
        rm "$archive"
    fi
    record azureml-examples "$(version azureml-examples)"
}

# It names the folder of a user's copy.
short_version() {
    version azureml-examples | cut -c -12
}

install -d -m 0755 "$SAMPLES"
if ! stood_in azureml-examples; then
    install_azure_samples
fi
rm -rf "$SAMPLES/atelier"
cp --recursive "$ATELIER_IMAGE/files/usr/share/atelier/examples" "$SAMPLES/atelier"
short_version >"$SAMPLES/VERSION"
chmod -R u=rwX,go=rX "$SAMPLES"

run_tests samples
