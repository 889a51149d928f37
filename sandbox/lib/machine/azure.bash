# shellcheck shell=bash
# The simulated Azure of one machine, in a network of its own.

start_azure() {
    make_certificates "$state/certificates" $(service_names registered.json)
    keep_running azure unshare --net --mount --pid --fork --kill-child --propagation private sleep infinity
    azure_supervisor=$!
    wait_for 10 "the simulated Azure's network" azure_is_there
    azure_pid=$(pgrep --parent "$azure_supervisor")
}

azure_is_there() { pgrep --parent "$azure_supervisor" >/dev/null; }

stop_azure() { :; }
