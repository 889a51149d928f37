# shellcheck shell=bash
# What a stack has registered for a workstation, as the engine's state and the simulated cloud hold it.

# find_workstation NAME FILE: writes what is known of it to a file of JSON: id, customData, userData (decoded), address, powerState.
find_workstation() {
    local name=$1 file=$2 registered
    registered=$(registered_machines)
    [ -n "$registered" ] || fail "the stack '$stack' has no workstation deployed here: run 'sandbox/pulumi up --stack $stack' first."
    jq -se --arg name "$name" 'map(select(.name == $name)) | first // empty' <<<"$registered" >"$file" ||
        fail "the stack '$stack' has no workstation '$name'; it has: $(jq -rs 'map(.name) | sort | join(", ")' <<<"$registered")."
    add_cloud "$file"
    refuse_other_custom_data "$file"
    [ "$(jq -r .powerState "$file")" = running ] ||
        fail "the workstation '$name' is $(jq -r .powerState "$file"), so there is nothing to start: $(start_hint "$file")"
}

# One object a line. No selected stack and no state both mean that nothing is deployed.
registered_machines() {
    local state
    state=$(in_project stack export --stack "$stack" 2>/dev/null) || return 0
    jq -c '.deployment.resources[]? | select(.type == "azure-native:compute:VirtualMachine")
        | {name: .inputs.tags.workstation, id, customData: .inputs.osProfile.customData}' <<<"$state"
}

# Azure never gives customData back, so the cloud has its digest only; everything else is read from there, because it may have
# changed since.
add_cloud() {
    local file=$1 cloud=$ATELIER_SANDBOX_DIR/cloud.json
    [ -f "$cloud" ] || fail "there is no simulated cloud in '$ATELIER_SANDBOX_DIR': run 'sandbox/pulumi up --stack $stack' first."
    jq -e --slurpfile machine "$file" '.resources as $all | $all[$machine[0].id | ascii_downcase] as $vm
        | $vm.asked.properties.networkProfile.networkInterfaces[0].id as $nic
        | $vm.asked.properties.storageProfile.dataDisks[0].managedDisk.id as $disk
        | $machine[0] + {
            digest: $vm.asked.properties.osProfile.customData,
            document: ($vm.asked.properties.userData | @base64d | fromjson),
            powerState: $vm.state.powerState,
            diskGiB: $all[$disk | ascii_downcase].asked.properties.diskSizeGB,
            address: $all[$nic | ascii_downcase].assigned.primary}' "$cloud" >"$file.next" ||
        fail "the simulated cloud does not have $(jq .id "$file"): run 'sandbox/pulumi up --stack $stack' again."
    mv "$file.next" "$file"
}

refuse_other_custom_data() {
    local digest
    digest=$(jq -r .customData "$1" | sha256sum | cut -d ' ' -f 1)
    case $(jq -r .digest "$1") in
        "sha256:$digest" | "sha256:$(jq -j .customData "$1" | sha256sum | cut -d ' ' -f 1)") ;;
        *) fail "the machine in the simulated cloud has other customData than the stack's state: run 'sandbox/pulumi up --stack $stack'." ;;
    esac
}

start_hint() {
    jq -r '.document.machine | "az vm start --subscription \(.subscriptionId) --resource-group \(.resourceGroup) --name \(.name)"' "$1"
}

# power_state FILE: what it is now, which may differ from what the file says.
power_state() {
    jq -r --slurpfile machine "$1" '.resources[$machine[0].id | ascii_downcase].state.powerState // "deleted"' "$ATELIER_SANDBOX_DIR/cloud.json"
}
