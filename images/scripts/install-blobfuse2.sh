#!/usr/bin/env bash
# blobfuse2, which mounts a container of blobs, and azcopy, which copies them; both from Microsoft's signed archive.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

add_microsoft_archive() {
    local package=/opt/atelier-downloads/packages-microsoft-prod.deb
    if ! apt_installed packages-microsoft-prod; then
        fetch microsoft-apt-key "$package"
        dpkg --install "$package"
        rm "$package"
    fi
}

if ! stood_in blobfuse2; then
    add_microsoft_archive
    apt_install fuse3 blobfuse2 azcopy
    record blobfuse2 "$(apt_version blobfuse2)"
    record azcopy "$(apt_version azcopy)"
fi

run_tests blobfuse2
