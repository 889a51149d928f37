#!/usr/bin/env bash
# code-server, VS Code in the browser, with the Node.js that it runs on.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly PLACE=/opt/atelier/code-server

# What is installed already is known by the archive it came from.
install_archive() {
    if [[ -f $PLACE/archive.sha256 && $(<"$PLACE/archive.sha256") == "$(sha256_of "$1")" ]]; then
        return 0
    fi
    rm -rf "$PLACE"
    install -d -m 0755 "$PLACE"
    tar --extract --gzip --file "$1" --directory "$PLACE" --strip-components 1 --no-same-owner
    sha256_of "$1" >"$PLACE/archive.sha256"
}

if stood_in code-server; then
    install_archive "$ATELIER_IMAGE/stand-ins/code-server.tar.gz"
else
    archive=$(mktemp)
    trap 'rm -f "$archive"' EXIT
    fetch code-server "$archive"
    install_archive "$archive"
fi
record code-server "$(version code-server)"

run_tests code-server
