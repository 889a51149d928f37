# shellcheck shell=bash
# Helpers of the provisioning scripts: sourced by each of them, never run.
#
#   version NAME              the version that the manifest pins for a component
#   fetch NAME DESTINATION    download a component, with retries and its checksum
#   apt_install PACKAGE...    install distribution packages that are not there yet
#   stood_in NAME             whether NAME is switched off because this is a rehearsal on Debian
#   record NAME VERSION       enter what was installed into the bill of materials
#   run_tests NAME            run tests/build/NAME.bats; every script ends with it
#
# ATELIER_LINE      the image line: cpu, cuda or grid
# ATELIER_STAND_INS in a rehearsal only: the list of what Debian cannot stand in for

set -euo pipefail
shopt -s inherit_errexit

ATELIER_IMAGE=${ATELIER_IMAGE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
ATELIER_MANIFEST=${ATELIER_MANIFEST:-$ATELIER_IMAGE/versions.json}
# What is installed (versions.json) and which checksums had to be measured (unverified.json).
ATELIER_RECORDS=${ATELIER_RECORDS:-/usr/share/atelier}

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

# component NAME FILTER: what the manifest says about a component, "" for null.
component() {
    jq -er --arg name "$1" '.components | has($name)' "$ATELIER_MANIFEST" >/dev/null ||
        fail "no component '$1' in $ATELIER_MANIFEST; add it there with version, source and licence"
    jq -r --arg name "$1" ".components[\$name] | $2 // \"\"" "$ATELIER_MANIFEST"
}

version() {
    local version
    version=$(component "$1" .version)
    [[ -n $version ]] || fail "component '$1' has no version in $ATELIER_MANIFEST"
    printf '%s\n' "$version"
}

fetch() {
    local name=$1 destination=$2 url expected measured
    url=$(component "$name" .source.url)
    [[ -n $url ]] || fail "component '$name' has no source.url in $ATELIER_MANIFEST"
    expected=$(component "$name" .sha256)
    if [[ -n $expected && -f $destination && $(sha256_of "$destination") == "$expected" ]]; then
        return 0
    fi
    mkdir -p "$(dirname "$destination")"
    curl --fail --location --silent --show-error --retry "${ATELIER_RETRIES:-5}" --retry-all-errors --connect-timeout 30 \
        --output "$destination.part" "$url" || fail "component '$name' cannot be downloaded from $url"
    measured=$(sha256_of "$destination.part")
    if [[ -z $expected ]]; then
        # The last step of a bake refuses to publish while this list is not empty.
        merge_record unverified.json "$name" "$measured"
    elif [[ $measured != "$expected" ]]; then
        rm -f "$destination.part"
        fail "component '$name' from $url has sha256 $measured, not $expected as $ATELIER_MANIFEST says"
    fi
    mv "$destination.part" "$destination"
}

sha256_of() {
    sha256sum "$1" | cut -d ' ' -f 1
}

apt_install() {
    local package missing=()
    for package in "$@"; do
        apt_installed "${package%%=*}" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    apt_update
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5 \
        -o Dpkg::Options::=--force-confold install --yes --quiet --no-install-recommends "${missing[@]}"
}

apt_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Once per boot, and again after a source was added: the lists are older than the sources then.
apt_update() {
    local stamp=/run/atelier-apt-updated
    if [[ ! -e $stamp || -n $(find /etc/apt/sources.list.d -newer "$stamp" -print -quit) ]]; then
        apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5 update --quiet
        touch "$stamp"
    fi
}

# apt_version PACKAGE: the installed version of a distribution package.
apt_version() {
    dpkg-query --show --showformat='${Version}' "$1"
}

stood_in() {
    [[ -n ${ATELIER_STAND_INS:-} ]] || return 1
    [[ -r $ATELIER_STAND_INS ]] || fail "ATELIER_STAND_INS names $ATELIER_STAND_INS, which cannot be read"
    jq -e --arg name "$1" 'has($name)' "$ATELIER_STAND_INS" >/dev/null
}

record() {
    merge_record versions.json "$1" "$2"
}

# merge_record FILE NAME VALUE: set one entry of a sorted JSON object, replacing the file in one step.
merge_record() {
    local file=$ATELIER_RECORDS/$1
    install -d -m 0755 "$ATELIER_RECORDS"
    [[ -e $file ]] || printf '{}\n' >"$file"
    jq --sort-keys --arg name "$2" --arg value "$3" '.[$name] = $value' "$file" >"$file.next"
    chmod 0644 "$file.next"
    mv "$file.next" "$file"
}

run_tests() {
    "$ATELIER_IMAGE/tests/run" build "$1"
}
