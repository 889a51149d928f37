import { vms03 } from "../../src/rules/vms-03-trusted-launch";
import { byAll, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { Change, hide, inOrder, set, unset } from "../support/plans";

const type = "securityProfile.securityType";
const secureBoot = "securityProfile.uefiSettings.secureBootEnabled";
const vTpm = "securityProfile.uefiSettings.vTpmEnabled";

function sized(size: string, change: (path: (part: string) => string) => Change): Record<string, Change> {
    const changes = onAll(change);
    return {
        machine: inOrder(set("hardwareProfile.vmSize", size), changes["machine"]),
        set: inOrder(set("sku.name", size), changes["set"]),
        member: inOrder(set("hardwareProfile.vmSize", size), changes["member"]),
    };
}

export const suite: Suite = {
    rule: vms03,
    sound: soundMachines,
    cases: [
        { name: "Trusted Launch", covers: "pass", reports: {} },
        {
            name: "another security type",
            covers: "fail",
            changes: onAll((at) => set(at(type), "Standard")),
            reports: byAll((at) => `${at(type)} is "Standard"; it must be TrustedLaunch`),
        },
        {
            name: "Secure Boot is off",
            covers: "fail",
            changes: onAll((at) => set(at(secureBoot), false)),
            reports: byAll((at) => `${at(secureBoot)} is false; it must be true`),
        },
        {
            name: "Secure Boot is off on a size whose driver is signed",
            covers: "fail",
            changes: sized("Standard_NC24ads_A100_v4", (at) => set(at(secureBoot), false)),
            reports: byAll((at) => `${at(secureBoot)} is false; it must be true`),
        },
        {
            name: "Secure Boot is off on a GRID size",
            covers: "pass",
            changes: sized("standard_nv36adms_a10_v5", (at) => set(at(secureBoot), false)),
            reports: {},
        },
        {
            name: "no virtual TPM on a GRID size",
            covers: "fail",
            changes: sized("Standard_NV6ads_A10_v5", (at) => set(at(vTpm), false)),
            reports: byAll((at) => `${at(vTpm)} is false; it must be true`),
        },
        {
            name: "a size that the team has named",
            covers: "pass",
            changes: sized("Standard_NV8as_v4", (at) => set(at(secureBoot), false)),
            settings: { sizesWithoutSecureBoot: ["Standard_NV8as_v4"] },
            reports: {},
        },
        {
            name: "nothing is said of Secure Boot",
            covers: "absent",
            changes: onAll((at) => unset(at(secureBoot))),
            reports: byAll((at) => `${at(secureBoot)} is not set; it must be true`),
        },
        {
            name: "no profile",
            covers: "parent absent",
            changes: withoutParts,
            reports: byAll(
                (at) => `${at(type)} is not set; it must be TrustedLaunch`,
                (at) => `${at(vTpm)} is not set; it must be true`,
                (at) => `${at(secureBoot)} is not set; it must be true`,
            ),
        },
        {
            name: "Secure Boot is unknown and there is no TPM",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at(secureBoot)), set(at(vTpm), false))),
            reports: byAll(
                (at) => `${at(vTpm)} is false; it must be true`,
                (at) => undecided(at(secureBoot)),
            ),
        },
        {
            name: "Secure Boot is off and the size is unknown",
            covers: "unknown",
            changes: { machine: inOrder(hide("hardwareProfile.vmSize"), set(secureBoot, false)) },
            reports: { machine: [undecided("hardwareProfile.vmSize")] },
        },
        {
            name: "the size is unknown, which does not matter",
            covers: "pass",
            changes: { machine: hide("hardwareProfile.vmSize") },
            reports: {},
        },
    ],
};
