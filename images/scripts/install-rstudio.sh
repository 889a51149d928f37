#!/usr/bin/env bash
# RStudio Server, open source edition; it runs as atelier-rstudio.service, as the account itself.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly PROGRAM=/usr/lib/rstudio-server/bin/rserver

# The package's own service would listen on a port, as root, with a sign-in of its own.
install_from_vendor() {
    local package=/var/cache/atelier/rstudio-server.deb
    systemctl mask --quiet rstudio-server.service
    fetch rstudio-server "$package"
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install --yes --quiet --no-install-recommends "$package"
    rm "$package"
    record rstudio-server "$(apt_version rstudio-server)"
}

if stood_in rstudio-server; then
    install -D -m 0755 "$ATELIER_IMAGE/rehearsal/rserver" "$PROGRAM"
    record rstudio-server stand-in
else
    install_from_vendor
fi

run_tests rstudio
