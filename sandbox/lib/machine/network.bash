# shellcheck shell=bash
# The wire between the simulated Azure and a machine, each in a network namespace of its own; the host's is not touched.

METADATA_ADDRESS=169.254.169.254 # the machine's metadata service
PLATFORM_ADDRESS=168.63.129.16   # Azure's own services for machines
SERVICES_ADDRESS=198.51.100.10   # everything that has a name: ARM, sign-in, vault, files

# connect AZURE MACHINE ADDRESS: first processes of the two namespaces, and the machine's address in its virtual network.
connect() {
    local azure=$1 machine=$2 address=$3 own
    in_network "$azure" ip link add machine type veth peer name eth0 netns "$machine"
    for own in $METADATA_ADDRESS $PLATFORM_ADDRESS $SERVICES_ADDRESS; do
        in_network "$azure" ip address add "$own/32" dev machine
    done
    in_network "$azure" ip link set machine up
    in_network "$azure" ip route add "$address/32" dev machine
    in_network "$machine" ip address add "$address/32" dev eth0
    in_network "$machine" ip link set eth0 up
    in_network "$machine" ip route add $PLATFORM_ADDRESS/32 dev eth0
    in_network "$machine" ip route add default via $PLATFORM_ADDRESS src "$address"
}

in_network() {
    local pid=$1
    shift
    nsenter --target "$pid" --net -- "$@"
}

# forward AZURE ADDRESS PORT NAME: prints the port of this computer's loopback that leads there from now on. A socket in
# the current directory joins the two networks; its path may be no longer than 107 characters, so it is a relative one.
forward() {
    local azure=$1 address=$2 port=$3 socket=$4.socket local_port
    local_port=$(free_port "$5")
    rm -f "$socket"
    kept_running "$4-inside" nsenter --target "$azure" --net -- socat "UNIX-LISTEN:$socket,fork" "TCP:$address:$port"
    kept_running "$4-outside" socat "TCP-LISTEN:$local_port,bind=127.0.0.1,reuseaddr,fork" "UNIX-CONNECT:$socket"
    wait_for 10 "port $local_port to open" port_is_open "$local_port"
    echo "$local_port"
}

port_is_open() { ss -Hltn "sport = :$1" | grep -q .; }

free_port() {
    local port=$1
    while port_is_open "$port"; do port=$((port + 1)); done
    echo "$port"
}

# kept_running NAME COMMAND...: in the background, with a log and a file with its process, and no longer than this process.
kept_running() {
    local name=$1
    shift
    setpriv --pdeathsig KILL "$@" >"$name.log" 2>&1 </dev/null 9>&- &
    echo $! >"$name.pid"
}
