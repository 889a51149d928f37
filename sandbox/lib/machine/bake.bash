# shellcheck shell=bash
# The image of the rehearsal: the Debian root after the cpu line's own provisioning, which the real Packer runs over ssh in a
# machine. What the provisioning changed is kept as a layer in the user's cache.
#
# The machine reaches the Internet through slirp4netns, so that its services and its firewall start without touching the host's.

bake_port=2222

# baked_layers AGENT_JAR: prints the layers of the baked root, top first, as start_machine takes them.
baked_layers() {
    local agent_jar=$1 debian directory
    debian=$(debian_root)
    directory=$(cache_directory)/image-$(bake_recipe "$debian" "$agent_jar")
    if ! [ -d "$directory" ]; then
        locked "$directory" bake_image "$directory" "$debian" "$agent_jar" >&2
    fi
    echo "$directory/upper:$debian"
}

# Other provisioning, another agent, other stand-ins, another root or another way are another image.
bake_recipe() {
    {
        basename "$1"
        (cd "$ATELIER_ROOT" && find images -type f ! -name README.md -print0 | sort -z | xargs -0 sha256sum)
        sha256sum <"$2"
        basename "$(stand_ins)"
        declare -f bake_image run_packer
    } | checksum
}

bake_image() {
    local directory=$1 debian=$2 agent_jar=$3 unfinished=$1.unfinished
    ! [ -d "$directory" ] || return 0
    say "baking the image of the rehearsal (what it says goes to $unfinished/packer.log)"
    rm -rf "$unfinished"
    mkdir -p "$unfinished"
    provision "$agent_jar" "$unfinished/machine" "$debian" "$unfinished" "$unfinished/packer.log"
    rm -rf "$unfinished/work" "$unfinished/machine"
    mv "$unfinished" "$directory"
    say "baked the image in $directory"
}

# provision AGENT_JAR STATE LAYERS UPPER LOG: one run of the provisioning on a fresh machine over these layers. One at a time of all
# checkouts: apt wants the downloads for itself and does not wait for them.
provision() {
    locked "$(download_cache)" provision_machine "$@" || exit
}

provision_machine() {
    local agent_jar=$1 state=$2 layers=$3 upper=$4 log=$5 pid slirp
    prepare_bake "$state"
    start_machine image "$state" "$state/layer:$layers" "$upper" \
        "$state/shared:/run/host" "$state/units:/run/systemd/system" "$(download_cache):/run/downloads"
    pid=$(machine_pid "$state")
    setpriv --pdeathsig KILL slirp4netns --configure --mtu=65520 --disable-host-loopback "$pid" internet \
        >"$state/internet.log" 2>&1 9>&- &
    slirp=$!
    wait_for 60 "the machine's ssh server" in_machine "$state" sh -c "ss -Hltn 'sport = $bake_port' | grep -q ."
    run_packer "$agent_jar" "$pid" "$state" >"$log" 2>&1 || fail "the provisioning failed: $(tail -n 20 "$log")"$'\n'"All of it is in $log."
    kill "$slirp"
    stop_machine "$state"
}

# In the machine's network, so that the ssh server need not be reachable from anywhere else.
run_packer() {
    local agent_jar=$1 pid=$2 state=$3
    PACKER_CACHE_DIR=$state/packer-cache nsenter --target "$pid" --net -- "$ATELIER_ROOT/sandbox/packer" build -color=false \
        -var host=127.0.0.1 -var "port=$bake_port" -var user=root -var "key=$state/key" \
        -var "agent=$agent_jar" -var "standIns=$(stand_ins)" "$ATELIER_ROOT/images/rehearsal" </dev/null
}

# Everything that only the bake needs lies in /run or in a layer that does not become part of the image.
prepare_bake() {
    local state=$1
    mkdir -p "$state/shared" "$state/units/multi-user.target.wants" "$state/layer/etc/sudoers.d"
    name_machine image "$state/layer"
    ssh-keygen -q -t ed25519 -N "" -C bake -f "$state/key"
    ssh-keygen -q -t ed25519 -N "" -C host -f "$state/shared/host_key"
    cp "$state/key.pub" "$state/shared/authorized_keys"
    cp -L /etc/ssl/certs/ca-certificates.crt "$state/shared/ca.crt"
    bake_ssh_settings >"$state/shared/sshd_config"
    bake_ssh_unit >"$state/units/bake-ssh.service"
    ln -s ../bake-ssh.service "$state/units/multi-user.target.wants/"
    hide_host_kernel "$state/units"
    bake_apt_settings >"$state/shared/apt.conf"
    printf 'nameserver 10.0.2.3\n' >"$state/layer/etc/resolv.conf"
    printf 'Defaults env_keep += "%s"\n' "$(bake_environment | cut -d = -f 1 | paste -s -d ' ')" >"$state/layer/etc/sudoers.d/bake"
}

bake_ssh_settings() {
    cat <<SETTINGS
ListenAddress 127.0.0.1:$bake_port
HostKey /run/host/host_key
AuthorizedKeysFile /run/host/authorized_keys
PermitRootLogin prohibit-password
PasswordAuthentication no
StrictModes no
UsePAM yes
Subsystem sftp internal-sftp
SetEnv $(bake_environment | sed 's/.*/"&"/' | paste -s -d ' ')
SETTINGS
}

bake_ssh_unit() {
    cat <<'UNIT'
[Unit]
Description=The ssh server that Packer provisions through
[Service]
RuntimeDirectory=sshd
ExecStart=/usr/sbin/sshd -D -e -f /run/host/sshd_config
UNIT
}

# How this computer reaches package registries, for the programs that provision. Paths of this computer mean nothing there.
bake_environment() {
    local variable
    for variable in PIP_CERT CURL_CA_BUNDLE SSL_CERT_FILE REQUESTS_CA_BUNDLE NODE_EXTRA_CA_CERTS GIT_SSL_CAINFO; do
        echo "$variable=/run/host/ca.crt"
    done
    echo APT_CONFIG=/run/host/apt.conf
    echo PIP_CACHE_DIR=/run/downloads/pip
    echo npm_config_cache=/run/downloads/npm
    env | sed -nE '/^((https?|no|all)_proxy|PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT)|npm_config_registry)=/Ip'
}

bake_apt_settings() {
    apt_transport
    cat <<'SETTINGS'
Acquire::https::CAInfo "/run/host/ca.crt";
Dir::Cache::Archives "/run/downloads/apt/";
APT::Keep-Downloaded-Packages "true";
SETTINGS
}

# What has been downloaded once is not downloaded again for the next image.
download_cache() {
    local directory
    directory=$(cache_directory)/downloads
    mkdir -p "$directory/pip" "$directory/npm" "$directory/apt/partial"
    chown _apt "$directory/apt/partial"
    echo "$directory"
}
