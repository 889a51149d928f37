# shellcheck shell=bash
# The wire between the simulated Azure and a machine, each in a network namespace of its own; the host's is not touched.

METADATA_ADDRESS=169.254.169.254 # the machine's metadata service
PLATFORM_ADDRESS=168.63.129.16   # Azure's own services for machines
SERVICES_ADDRESS=198.51.100.10   # everything that has a name: ARM, sign-in, vault, files

# connect AZURE MACHINE ADDRESS: first processes of the two namespaces, and the machine's address in its virtual network.
connect() {
    local azure=$1 machine=$2 address=$3
    in_network "$azure" ip link add machine type veth peer name eth0 netns "$machine"
    in_network "$azure" ip link set machine up
    # People come from anywhere but from the addresses that the machine keeps its own users away from.
    in_network "$azure" ip route add "$address/32" dev machine src $SERVICES_ADDRESS
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

# forward NAME AZURE ADDRESS PORT FIRST: sets forwarded_port, the port of this computer's loopback that leads there from now on;
# the first free one from FIRST. A socket in the current directory joins the two networks, because its path must be short.
forward() {
    local name=$1 azure=$2 address=$3 port=$4
    forwarded_port=$(free_port "$5")
    rm -f "$name.socket"
    keep_running "$name-inside" nsenter --target "$azure" --net -- socat "UNIX-LISTEN:$name.socket,fork" "TCP:$address:$port"
    keep_running "$name-outside" socat "TCP-LISTEN:$forwarded_port,bind=127.0.0.1,reuseaddr,fork" "UNIX-CONNECT:$name.socket"
    wait_for 10 "port $forwarded_port to open" port_is_open "$forwarded_port"
}

port_is_open() { ss -Hltn "sport = :$1" | grep -q .; }

free_port() {
    local port=$1
    while port_is_open "$port"; do port=$((port + 1)); done
    echo "$port"
}

# keep_running NAME COMMAND...: in the background, with a log, and no longer than the shell that starts it.
keep_running() {
    local name=$1
    shift
    setpriv --pdeathsig KILL "$@" >"$name.log" 2>&1 </dev/null 9>&- &
}
