# shellcheck shell=sh
# Terminals and ssh get what the applications' units read from the same file.
set -a
. /etc/environment.d/60-atelier-tokens.conf
set +a
