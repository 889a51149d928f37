#!/usr/bin/env bash
# oauth2-proxy, the sign-in with Entra: one program.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly PROGRAM=/usr/local/bin/oauth2-proxy

install_from_vendor() {
    local work
    work=$(mktemp -d)
    fetch oauth2-proxy "$work/archive.tar.gz"
    tar --extract --gzip --file "$work/archive.tar.gz" --directory "$work" --strip-components 1
    install -m 0755 "$work/oauth2-proxy" "$PROGRAM"
    rm -rf "$work"
}

if stood_in oauth2-proxy; then
    install -m 0755 "$ATELIER_IMAGE/stand-ins/oauth2-proxy" "$PROGRAM"
else
    install_from_vendor
fi
record oauth2-proxy "$(version oauth2-proxy)"

run_tests oauth2-proxy
