# shellcheck shell=bash
# For `lock` and `resolve`: the pinned resolvers, in a Python environment of their own outside the clone.

set -euo pipefail
shopt -s inherit_errexit nullglob

readonly PIP_VERSION=26.3 UV_VERSION=0.13.9
# The image has Python 3.12 on glibc 2.39; a rehearsal has 3.11.
# shellcheck disable=SC2034 # read by those who source this
readonly TARGET_PYTHON=3.12 OLDEST_PYTHON=3.11
environments=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
resolver=${XDG_CACHE_HOME:-$HOME/.cache}/atelier/resolver-pip-$PIP_VERSION-uv-$UV_VERSION
readonly environments resolver

# `common` is a part of others, not an environment.
environment_names() {
    local file name
    if [[ $# -gt 0 ]]; then
        printf '%s\n' "$@"
        return
    fi
    for file in "$environments"/*.in; do
        name=$(basename "$file" .in)
        [[ $name == common ]] || printf '%s\n' "$name"
    done
}

install_resolver() {
    [[ -x $resolver/bin/uv ]] && return
    python3 -m venv "$resolver"
    "$resolver/bin/pip" install --quiet --disable-pip-version-check "pip==$PIP_VERSION" "uv==$UV_VERSION"
}
