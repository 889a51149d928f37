#!/usr/bin/env bash
# firewall.sh RULES: a machine, Azure's own addresses and a container, each in a network namespace, joined by veth pairs.
# Prints a line for each attempt: when, who, where, and how it ended (answered, refused, silent).
# Runs in namespaces of its own (unshare --mount --net --pid --fork --mount-proc); nothing of it is left on the host.
set -euo pipefail

readonly RULES=$1
readonly ACCOUNTS=(systemd-resolve systemd-network atelier-signin atelier-authorize atelier-tokens atelier-watch azureuser)
# Who listens on 4180, 4181, 4182 and 4183.
readonly SERVICES=(atelier-signin atelier-authorize atelier-tokens atelier-watch)
readonly PLATFORM=(169.254.169.254 168.63.129.16)
work=$(mktemp -d)
readonly work
trap 'rm -rf "$work"' EXIT

# The accounts of the image, in this mount namespace only.
make_accounts() {
    local number=64000 account
    cp /etc/passwd "$work/passwd"
    for account in "${ACCOUNTS[@]}"; do
        sed -i "/^$account:/d" "$work/passwd"
        printf '%s:x:%d:%d::/nonexistent:/usr/sbin/nologin\n' "$account" "$number" "$number" >>"$work/passwd"
        number=$((number + 1))
    done
    mount --bind "$work/passwd" /etc/passwd
}

make_networks() {
    mount -t tmpfs tmpfs /run
    mkdir -p /run/netns
    ip netns add azure
    ip netns add container
    ip link set lo up
    ip link add to-azure type veth peer name eth0 netns azure
    ip address add 10.9.0.2/24 dev to-azure
    ip link set to-azure up
    ip -n azure address add 10.9.0.1/24 dev eth0
    ip -n azure link set eth0 up
    ip link add to-container type veth peer name eth0 netns container
    ip address add 10.8.0.1/24 dev to-container
    ip link set to-container up
    ip -n container address add 10.8.0.2/24 dev eth0
    ip -n container link set eth0 up
    ip -n container route add default via 10.8.0.1
    ip -n azure route add 10.8.0.0/24 via 10.9.0.2
    for address in "${PLATFORM[@]}"; do
        ip -n azure address add "$address/32" dev eth0
        ip route add "$address" via 10.9.0.1
    done
    printf '1\n' >/proc/sys/net/ipv4/ip_forward
}

# serve ADDRESS PORT COMMAND...: a web server, started by the command.
serve() {
    "${@:3}" /usr/bin/python3 -m http.server --bind "$1" --directory "$work" "$2" >/dev/null 2>&1 &
}

# serve_loopback ACCOUNT...: the four ports, each by one of these accounts; listeners gets the servers.
serve_loopback() {
    local port=4180 account
    listeners=()
    for account in "$@"; do
        serve 127.0.0.1 "$port" setpriv --reuid "$account" --clear-groups
        listeners+=($!)
        port=$((port + 1))
    done
    for port in 4180 4181 4182 4183; do
        timeout 30 bash -c "until ss -Hltn 'sport = :$port' | grep --quiet .; do sleep 0.1; done"
    done
}

start_servers() {
    local port
    serve_loopback "${SERVICES[@]}"
    for port in 53 80 32526; do
        serve 0.0.0.0 "$port" ip netns exec azure
    done
    for port in 4180 4181 4182 4183; do
        await "127.0.0.1:$port"
    done
    await 169.254.169.254:80
    await 168.63.129.16:53
    await 168.63.129.16:32526
}

await() {
    curl --silent --output /dev/null --retry 50 --retry-connrefused --retry-delay 0 --retry-max-time 30 "http://$1/"
}

# outcome ARGUMENTS...: how curl's attempt ended.
outcome() {
    local status=0
    "$@" || status=$?
    case $status in
        0) printf 'answered\n' ;;
        7) printf 'refused\n' ;;
        28) printf 'silent\n' ;;
        *) printf 'status %s\n' "$status" ;;
    esac
}

attempt() {
    local when=$1 who=$2 where=$3 as=(setpriv --reuid "$2" --clear-groups)
    [[ $who != container ]] || as=(ip netns exec container)
    printf '%s %s %s %s\n' "$when" "$who" "$where" \
        "$(outcome "${as[@]}" curl --silent --output /dev/null --noproxy '*' --max-time 4 "http://$where/")"
}

attempts() {
    local when=$1 who where
    for who in root www-data "${ACCOUNTS[@]}" container; do
        for where in 169.254.169.254:80 168.63.129.16:80 168.63.129.16:32526 168.63.129.16:53; do
            attempt "$when" "$who" "$where"
        done
        [[ $who != container ]] || continue
        for where in 127.0.0.1:4180 127.0.0.1:4181 127.0.0.1:4182 127.0.0.1:4183; do
            attempt "$when" "$who" "$where"
        done
    done
}

# What the front is told when somebody else listens where a service should.
impostors() {
    local where
    kill "${listeners[@]}"
    timeout 30 bash -c "while ss -Hltn '( sport >= :4180 and sport <= :4183 )' | grep --quiet .; do sleep 0.1; done"
    serve_loopback azureuser azureuser azureuser azureuser
    for where in 127.0.0.1:4180 127.0.0.1:4181 127.0.0.1:4182 127.0.0.1:4183; do
        attempt impostor www-data "$where"
    done
}

make_accounts
make_networks
start_servers
attempts before

printf 'nonsense\n' | cat "$RULES" - >"$work/wrong.conf"
status=0
nft --file "$work/wrong.conf" 2>/dev/null || status=$?
printf 'wrong rules end with %s\n' "$status"

nft --file "$RULES"
nft --file "$RULES"
printf 'rules loaded twice: %s chains\n' "$(nft list table inet atelier | grep --count 'chain ')"
attempts after
impostors
