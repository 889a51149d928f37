# shellcheck shell=bash
# The Debian 12 root that machines are made from: built once into the user's cache, never changed afterwards.

# Prints its directory.
debian_root() {
    local directory
    directory=$(cache_directory)/debian-$(debian_root_recipe)
    if ! [ -d "$directory" ]; then
        locked "$directory" build_debian_root "$directory" >&2
    fi
    echo "$directory"
}

# Other packages, other sources or another way are another root.
debian_root_recipe() {
    {
        debian_packages
        apt_sources
        declare -f build_debian_root
    } | checksum
}

debian_packages() { grep -v '^#' "$machine_lib/packages" | paste -s -d ,; }

# The sources of this computer: whoever has apt's packages from a mirror of their own gets the machine's from there as well.
apt_sources() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        if [ -f "$file" ] && grep -Eq '(^deb | )bookworm' "$file"; then
            echo "$file"
        fi
    done
}

build_debian_root() {
    local directory=$1 unfinished=$1.unfinished.$$ sources
    ! [ -d "$directory" ] || return 0
    mapfile -t sources < <(apt_sources)
    [ ${#sources[@]} -gt 0 ] || fail "apt on this computer has no source for Debian 12 (bookworm): add one to /etc/apt/sources.list.d."
    say "building the Debian root of machines, once (about two minutes)"
    rm -rf "$directory".unfinished.*
    mmdebstrap --quiet --variant=minbase --include="$(debian_packages)" --aptopt="$(apt_transport | paste -s -d ' ')" \
        bookworm "$unfinished" "${sources[@]}" || fail "could not build the Debian root; what mmdebstrap said is above."
    mv "$unfinished" "$directory"
    say "built the Debian root in $directory"
}

# How apt on this computer reaches its sources.
apt_transport() { apt-config dump | grep -E '^Acquire::(https?::|Check-|Retries)'; }
