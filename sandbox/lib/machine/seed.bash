# shellcheck shell=bash
# What a machine is given before its first boot: the layer on top of its image, and what lies in its /run/host.

# write_layer WORKSTATION LAYER: names that Azure's DNS would know, customData as registered, and what stands in for the kernel's cifs.
write_layer() {
    local workstation=$1 layer=$2 name
    name=$(jq -r .name "$workstation")
    name_machine "$name" "$layer"
    service_names "$workstation" | sed "s/^/$SERVICES_ADDRESS /" >>"$layer/etc/hosts"
    printf '%s %s\n' "$(jq -r .address "$workstation")" "$(jq -r .document.host "$workstation")" >>"$layer/etc/hosts"
    : >"$layer/etc/resolv.conf"
    write_cloud_init_seed "$workstation" "$layer"
    mkdir -p "$layer/usr/sbin"
    install -m 0755 "$machine_lib/mount.cifs" "$layer/usr/sbin/mount.cifs"
}

# The names below which Azure offers what a workstation uses.
service_names() {
    printf 'management.azure.com\nlogin.microsoftonline.com\n'
    jq -r '.document.files.account + ".file.core.windows.net"' "$1"
    jq -r '.document.certificate.vault // empty | ltrimstr("https://") | rtrimstr("/")' "$1"
}

# cloud-init reads from this directory what Azure's own source would hand it.
write_cloud_init_seed() {
    local seed=$2/var/lib/cloud/seed/nocloud
    mkdir -p "$seed" "$2/etc/cloud/cloud.cfg.d"
    jq -j '.customData | @base64d' "$1" >"$seed/user-data"
    jq '{"instance-id": .id, "local-hostname": .name}' "$1" >"$seed/meta-data"
    # The locale is the one that Ubuntu's images have; Debian's default is not on its root.
    printf 'datasource_list: [NoCloud]\nnetwork: {config: disabled}\nlocale: C.UTF-8\n' >"$2/etc/cloud/cloud.cfg.d/99-rehearsal.cfg"
}

# write_shared SHARED CERTIFICATES LOOP LINK: what the machine's init runs and reads before systemd starts.
write_shared() {
    mkdir -p "$1"
    cp "$2/ca.pem" "$1/ca.crt"
    cat >"$1/prepare" <<PREPARE
#!/bin/sh
set -eu
# The node of the data disk, and the link that udev makes on Azure.
mknod -m 0660 /dev/loop$3 b 7 $3
mkdir -p "$(dirname "$4")"
ln -s /dev/loop$3 "$4"
cp /run/host/ca.crt /usr/local/share/ca-certificates/rehearsal.crt
update-ca-certificates
PREPARE
    chmod +x "$1/prepare"
}

# Where customData says that the data disk is.
disk_link() { jq -r '.customData | @base64d' "$1" | sed -n 's/.*ATELIER_DATA_DISK=//p'; }
