# shellcheck shell=bash
# The data disk: a file behind a loop device. The kernel has loop devices once for everybody; a machine gets one that is free,
# through a node of its own.

# attach_disk FILE: prints the number of the loop device.
attach_disk() {
    detach_disk "$1"
    with_loop_nodes losetup --find --show "$1" | sed 's/.*loop//'
}

# The device may be attached still, because the machine's end was not waited for.
detach_disk() {
    local device
    with_loop_nodes losetup --noheadings --output NAME --associated "$1" | while read -r device; do
        with_loop_nodes losetup --detach "$device"
    done
}

make_disk() {
    local file=$1 gib=$2
    [ -f "$file" ] || truncate --size "${gib}G" "$file"
}

# Runs a command with device nodes that nobody else sees, as many as the kernel has devices without making another.
with_loop_nodes() {
    # shellcheck disable=SC2016 # the inner bash expands it
    unshare --mount --propagation private bash -euo pipefail -c '
        mount -t tmpfs -o mode=0755 dev /dev
        mknod /dev/null c 1 3
        mknod /dev/loop-control c 10 237
        for device in /sys/block/loop*; do
            mknod "/dev/${device##*/}" b 7 "${device##*/loop}"
        done
        exec "$@"' bash "$@" </dev/null
}
