# shellcheck shell=bash
# The Pulumi CLI with its Java host: a suitable one from PATH, or the pinned one, built once into the user's cache.

cli=""              # the CLI that runs
OLDEST_CLI=3.255    # the first that starts a policy pack that is a single executable

find_cli() {
    local on_path host
    on_path=$(command -v pulumi) && host=$(java_host_of "$on_path") || host=""
    if [ -n "$host" ] && adopted_cli "$on_path" "$host"; then
        return
    fi
    pinned_cli
}

# Beside the CLI or on PATH. The launcher itself may be what is found as "pulumi".
java_host_of() {
    local beside
    ! [ "$1" -ef "$ATELIER_ROOT/sandbox/pulumi" ] || return 1
    beside=$(dirname "$(real_file "$1")")/pulumi-language-java
    if [ -x "$beside" ]; then echo "$beside"; else command -v pulumi-language-java; fi
}

# The CLI of the user in a directory of ours, where the host beside it is ours too. Its version is asked once.
adopted_cli() {
    local directory
    directory=$(cache_directory)/path-$(identity "$1" "$2" | checksum)
    if ! [ -x "$directory/pulumi" ]; then
        at_least "$OLDEST_CLI" "$("$1" version 2>/dev/null)" || return 1
        locked "$directory" unless_there "$directory" adopt_cli "$1" "$2" && [ -x "$directory/pulumi" ] || return 1
    fi
    cli=$directory/pulumi
}

# unless_there DIRECTORY BUILD ARGUMENTS: who waited for another run finds its work done.
unless_there() {
    local directory=$1 build=$2
    shift 2
    [ -x "$directory/pulumi" ] || "$build" "$directory" "$@"
}

# Where a file is and which one it is; links to it do not count.
identity() { ls -lnL "$@" | awk '{ $2 = ""; print }'; }

checksum() { cksum | cut -d ' ' -f 1; }

adopt_cli() {
    local directory=$1 unfinished=$1.unfinished.$$ file
    file=$(real_file "$2")
    rm -rf "$directory".unfinished.*
    mkdir -p "$unfinished/host"
    ln -s "$(dirname "$file")"/pulumi-* "$unfinished/"
    rm -f "$unfinished/pulumi-language-java"
    ln "$file" "$unfinished/pulumi" 2>/dev/null || cp "$file" "$unfinished/pulumi"
    ln -s "$3" "$unfinished/host/pulumi-language-java"
    write_java_host "$unfinished"
    mv "$unfinished" "$directory"
}

# Version 1.22 of the host logs a cancelled debugger as an error after every run, and the CLI shows what a host writes to
# stderr. Failures of the program and of the host itself reach the CLI on other ways.
write_java_host() {
    local flag="" help
    # A host that does not answer is used as it is.
    # Read to its end: a pipe into `grep -q` ends early and with it, now and then, the host.
    help=$("$1/host/pulumi-language-java" -help 2>&1) || true
    case $help in *stderrthreshold*) flag="-stderrthreshold=FATAL " ;; esac
    printf '#!/bin/sh\nexec "${0%%/*}/host/pulumi-language-java" %s"$@"\n' "$flag" >"$1/pulumi-language-java"
    chmod +x "$1/pulumi-language-java"
}

# at_least 1.26 v1.30.2: compares major and minor.
at_least() {
    local wanted=$1 found=${2#v}
    local major=${found%%.*} minor=${found#*.}
    minor=${minor%%[!0-9]*}
    case $major$minor in '' | *[!0-9]*) return 1 ;; esac
    [ "$major" -gt "${wanted%%.*}" ] || { [ "$major" -eq "${wanted%%.*}" ] && [ "${minor:-0}" -ge "${wanted#*.}" ]; }
}

real_file() {
    local file=$1 link
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    echo "$file"
}

pinned_cli() {
    local directory
    directory=$(cache_directory)/$(pin)
    if ! [ -x "$directory/pulumi" ]; then
        require_go "the Pulumi CLI" "Pulumi $OLDEST_CLI or later"
        locked "$directory" unless_there "$directory" build_toolchain
    fi
    cli=$directory/pulumi
}

# Without a home there is still the sandbox's own folder.
cache_directory() {
    local cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
    if [ -n "$cache" ] && mkdir -p "$cache/atelier" 2>/dev/null && [ -w "$cache/atelier" ]; then
        echo "$cache/atelier"
    else
        mkdir -p "$ATELIER_SANDBOX_DIR/cache"
        echo "$ATELIER_SANDBOX_DIR/cache"
    fi
}

# Another pin, recipe or machine is another toolchain.
pin() {
    {
        uname -sm
        cat "$ATELIER_ROOT"/sandbox/toolchain/pulumi{-language-java,}/go.mod \
            "$ATELIER_ROOT"/sandbox/toolchain/pulumi{-language-java,}/go.sum
        declare -f build_tool build_toolchain write_java_host
    } | checksum
}

# require_go WHAT [INSTEAD]: for what it is needed, and what would do as well.
require_go() {
    local version
    command -v go >/dev/null ||
        fail "needs Go 1.26 or later to build $1 once: install Go${2:+, or $2,} and put it on PATH."
    version=$(go env GOVERSION 2>/dev/null | sed 's/^go//') || version=unknown
    at_least 1.26 "$version" ||
        fail "needs Go 1.26 or later to build $1 once, but the go on PATH is $version: install a newer Go."
}

# Whoever sees the directory sees it complete: it is renamed into place at the end.
build_toolchain() {
    local directory=$1 unfinished=$1.unfinished.$$
    say "building the Pulumi CLI and its Java host, once (about five minutes on two cores)"
    rm -rf "$directory".unfinished.*
    mkdir -p "$unfinished/host"
    build_tool pulumi github.com/pulumi/pulumi/pkg/v3/cmd/pulumi osusergo,grpcnotrace \
        github.com/pulumi/pulumi/sdk/v3/go/common/version.Version github.com/pulumi/pulumi/sdk/v3 "$unfinished"
    build_tool pulumi-language-java github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java "" \
        github.com/pulumi/pulumi-java/pkg/version.Version github.com/pulumi/pulumi-java/pkg "$unfinished/host"
    write_java_host "$unfinished"
    mv "$unfinished" "$directory"
    say "built the Pulumi CLI in $directory"
}

# build_tool NAME PACKAGE TAGS VERSION_VARIABLE VERSION_MODULE INTO
build_tool() {
    local module=$ATELIER_ROOT/sandbox/toolchain/$1 version
    say "building $1"
    (
        if [ -z "${HOME:-}" ]; then
            export GOPATH=${GOPATH:-$(cache_directory)/go} GOCACHE=${GOCACHE:-$(cache_directory)/go-build}
        fi
        cd "$module" &&
            version=$(go list -m -f '{{.Version}}' "$5") &&
            CGO_ENABLED=0 go build -trimpath -tags "$3" -ldflags "-s -w -X $4=$version" -o "$6/$1" "$2"
    ) 9>&- >&2 || fail "could not build $1; what go said is above."
}
