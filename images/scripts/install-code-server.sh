#!/usr/bin/env bash
# code-server, VS Code in the browser, with the Node.js that it runs on.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly PLACE=/opt/atelier/code-server

archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
if stood_in code-server; then
    cp "$ATELIER_IMAGE/stand-ins/code-server.tar.gz" "$archive"
else
    fetch code-server "$archive"
fi
rm -rf "$PLACE"
install -d -m 0755 "$PLACE"
tar --extract --gzip --file "$archive" --directory "$PLACE" --strip-components 1 --no-same-owner
record code-server "$(version code-server)"

run_tests code-server
