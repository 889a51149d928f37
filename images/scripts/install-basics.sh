#!/usr/bin/env bash
# The tools that people expect on a workstation, and what the other scripts and the tests need.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

apt_install ca-certificates curl jq bats gettext-base gnupg unzip zip xz-utils zstd rsync \
    git git-lfs tmux screen htop vim nano less tree file man-db wget openssh-client \
    build-essential pkg-config cmake gdb lsof strace net-tools iproute2 dnsutils

git lfs install --system --skip-repo

for package in git git-lfs tmux htop jq vim build-essential; do
    record "$package" "$(apt_version "$package")"
done

run_tests basics
