import { Values } from "../../src/plan/value";
import { Change, Declared, declare, empty } from "../support/plans";

const image = (gallery: string) => `/subscriptions/0/resourceGroups/data/providers/Microsoft.Compute/galleries/${gallery}`;

/** The id of an image version in a gallery. */
export function imageId(version: string, gallery = "own"): string {
    return `${image(gallery)}/images/cpu/versions/${version}`;
}

export const galleryId = image;

const parts: Values = {
    osProfile: {
        computerName: "ada",
        customData: Buffer.from("#cloud-config\nusers: []\n").toString("base64"),
        linuxConfiguration: {
            disablePasswordAuthentication: true,
            ssh: { publicKeys: [{ path: "/home/a/.ssh/authorized_keys", keyData: "ssh-ed25519 AAAA" }] },
        },
    },
    securityProfile: {
        encryptionAtHost: true,
        securityType: "TrustedLaunch",
        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
    },
    storageProfile: {
        imageReference: { id: imageId("2026.11.1") },
        osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
    },
    userData: Buffer.from('{"workstation": "ada"}').toString("base64"),
};

/** A sound machine, a sound scale set that makes machines, one of its members, and a set whose members are declared elsewhere. */
export const soundMachines: readonly Declared[] = [
    declare("compute:VirtualMachine", "machine", { ...parts, hardwareProfile: { vmSize: "Standard_D4s_v5" } }),
    declare("compute:VirtualMachineScaleSet", "set", {
        orchestrationMode: "Uniform",
        sku: { name: "Standard_D4s_v5", capacity: 2 },
        virtualMachineProfile: parts,
    }),
    declare("compute:VirtualMachineScaleSetVM", "member", { ...parts, hardwareProfile: { vmSize: "Standard_D4s_v5" } }),
    declare("compute:VirtualMachineScaleSet", "shell", { orchestrationMode: "Flexible", platformFaultDomainCount: 1 }),
];

/** The same change of a machine's part on all three that have it. */
export function onAll(change: (path: (part: string) => string) => Change): Record<string, Change> {
    const direct = change((part) => part);
    return { machine: direct, set: change((part) => `virtualMachineProfile.${part}`), member: direct };
}

/** The same messages of all three, as they name the part. */
export function byAll(...messages: readonly ((path: (part: string) => string) => string)[]): Record<string, readonly string[]> {
    const direct = messages.map((message) => message((part) => part));
    return {
        machine: direct,
        set: messages.map((message) => message((part) => `virtualMachineProfile.${part}`)),
        member: direct,
    };
}

/** Changes that leave the three without any of their parts. */
export const withoutParts: Record<string, Change> = { machine: empty, set: empty, member: empty };
