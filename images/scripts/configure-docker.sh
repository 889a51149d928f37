#!/usr/bin/env bash
# Containers for azureuser without root: its own daemon, started with its own services; the one of root stays off.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

apt_install docker.io rootlesskit slirp4netns uidmap fuse-overlayfs dbus-user-session

record docker "$(apt_version docker.io)"

# Docker without root starts a containerd of its own; root's would listen on loopback.
systemctl disable --now docker.service docker.socket containerd.service
systemctl mask --quiet docker.service docker.socket containerd.service

run_tests docker
