import { vms09 } from "../../src/rules/vms-09-managed-private-disks";
import { byAll, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const system = "storageProfile.osDisk";
const access = "networkAccessPolicy is not set; it must be DenyAll or AllowPrivate";
const network = "publicNetworkAccess is not set; it must be Disabled";

export const suite: Suite = {
    rule: vms09,
    sound: [
        ...soundMachines,
        declare("compute:Disk", "disk", { publicNetworkAccess: "Disabled", networkAccessPolicy: "DenyAll" }),
    ],
    cases: [
        { name: "managed and private", covers: "pass", reports: {} },
        {
            name: "through a private endpoint",
            covers: "pass",
            changes: { disk: set("networkAccessPolicy", "AllowPrivate") },
            reports: {},
        },
        {
            name: "open to the Internet",
            covers: "fail",
            changes: { disk: inOrder(set("publicNetworkAccess", "Enabled"), set("networkAccessPolicy", "AllowAll")) },
            reports: {
                disk: [
                    'publicNetworkAccess is "Enabled"; it must be Disabled',
                    'networkAccessPolicy is "AllowAll"; it must be DenyAll or AllowPrivate',
                ],
            },
        },
        {
            name: "in a storage account",
            covers: "fail",
            changes: onAll((at) => set(at(`${system}.vhd`), { uri: "https://st.blob.core.windows.net/vhds/os.vhd" })),
            reports: byAll((at) => `${at(system)}.vhd is set; it must not be`),
        },
        {
            name: "a data disk in a storage account",
            covers: "fail",
            changes: { machine: set("storageProfile.dataDisks", [{ lun: 0 }, { lun: 1, vhd: { uri: "https://x/y.vhd" } }]) },
            reports: { machine: ["storageProfile.dataDisks[1].vhd is set; it must not be"] },
        },
        {
            name: "the team wants keys of its own",
            covers: "fail",
            changes: {
                shell: "remove",
                member: "remove",
                set: set(`virtualMachineProfile.${system}.managedDisk.diskEncryptionSet.id`, "/des"),
                machine: set("storageProfile.dataDisks", [{ createOption: "Attach" }, { createOption: "Empty" }]),
            },
            settings: { customerManagedKeys: true },
            reports: {
                machine: [
                    `${system}.managedDisk.diskEncryptionSet.id is not set; it must be set`,
                    "storageProfile.dataDisks[1].managedDisk.diskEncryptionSet.id is not set; it must be set",
                ],
                disk: ["encryption.diskEncryptionSetId is not set; it must be set"],
            },
        },
        { name: "not set", covers: "absent", changes: { disk: unset("publicNetworkAccess") }, reports: { disk: [network] } },
        {
            name: "no inputs: machines have managed disks unless they say otherwise",
            covers: "parent absent",
            changes: { ...withoutParts, disk: empty },
            reports: { disk: [network, access] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { disk: hide("publicNetworkAccess"), machine: hide("storageProfile.dataDisks") },
            reports: { disk: [undecided("publicNetworkAccess")], machine: [undecided("storageProfile.dataDisks")] },
        },
    ],
};
