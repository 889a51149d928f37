# shellcheck shell=sh
# What systemd gives to the services of the user, shells get too.
if [ "$(id -un)" = azureuser ]; then
    set -a
    . /usr/lib/environment.d/60-atelier-scratch.conf
    . /usr/lib/environment.d/60-atelier-docker.conf
    set +a
fi
