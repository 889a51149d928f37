#!/usr/bin/env bash
# nginx, the front of everything; it runs as atelier-nginx.service with our configuration only.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

apt_install nginx-light

# The distribution's own service would open port 80.
systemctl disable --now nginx.service
systemctl mask --quiet nginx.service

record nginx "$(apt_version nginx-light)"

run_tests nginx
