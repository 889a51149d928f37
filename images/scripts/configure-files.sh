#!/usr/bin/env bash
# Copies files/ onto the root of the image and enables the units that atelier.target starts, but not atelier.target itself.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly FILES=$ATELIER_IMAGE/files
readonly UNITS=$FILES/usr/lib/systemd/system

mode_of() {
    case $1 in
        usr/lib/atelier/* | usr/bin/* | usr/sbin/*) printf '0755\n' ;;
        *) printf '0644\n' ;;
    esac
}

# Directories that are there already keep their owner and mode.
copy_files() {
    local file
    find "$FILES" -type f -printf '%P\0' | while IFS= read -r -d '' file; do
        install -C -D --owner root --group root --mode "$(mode_of "$file")" "$FILES/$file" "/$file"
    done
}

# customData enables atelier.target on a workstation, so nothing of it runs while an image is built.
enable_units() {
    local unit units=()
    for unit in "$UNITS"/*; do
        if [[ -f $unit && $(basename "$unit") != atelier.target ]] && grep --quiet '^\[Install\]' "$unit"; then
            units+=("$(basename "$unit")")
        fi
    done
    systemctl enable "${units[@]}"
    systemctl --global enable docker.service docker-tidy.timer
}

copy_files
enable_units

run_tests files
