import { vms01 } from "../../src/rules/vms-01-keys-only";
import { byAll, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { hide, options, set, unset } from "../support/plans";

const linux = "osProfile.linuxConfiguration";
const keys = `${linux}.ssh.publicKeys`;

export const suite: Suite = {
    rule: vms01,
    sound: soundMachines,
    cases: [
        { name: "keys only", covers: "pass", reports: {} },
        {
            name: "passwords are taken",
            covers: "fail",
            changes: onAll((at) => set(at(`${linux}.disablePasswordAuthentication`), false)),
            reports: byAll((at) => `${at(linux)}.disablePasswordAuthentication is false; it must be true`),
        },
        {
            name: "a password is set beside the key, and is not shown",
            covers: "fail",
            changes: onAll((at) => set(at("osProfile.adminPassword"), "hunter2")),
            reports: byAll((at) => `${at("osProfile.adminPassword")} is set; it must not be`),
        },
        {
            name: "an unknown password",
            covers: "fail",
            changes: onAll((at) => hide(at("osProfile.adminPassword"))),
            reports: byAll((at) => `${at("osProfile.adminPassword")} is set; it must not be`),
        },
        {
            name: "a key without data",
            covers: "fail",
            changes: onAll((at) => set(at(keys), [{ path: "/home/a/.ssh/authorized_keys" }, { keyData: " " }])),
            reports: byAll((at) => `${at(keys)} has no keyData; it must have at least one`),
        },
        {
            name: "nothing is said of passwords",
            covers: "absent",
            changes: onAll((at) => unset(at(`${linux}.disablePasswordAuthentication`))),
            reports: byAll((at) => `${at(linux)}.disablePasswordAuthentication is not set; it must be true`),
        },
        {
            name: "no profile",
            covers: "parent absent",
            changes: withoutParts,
            reports: byAll(
                (at) => `${at(linux)}.disablePasswordAuthentication is not set; it must be true`,
                (at) => `${at(keys)} has no keyData; it must have at least one`,
            ),
        },
        {
            name: "the key's data is known only at the update",
            covers: "pass",
            changes: onAll((at) => hide(at(`${keys}.0.keyData`))),
            reports: {},
        },
        {
            name: "the keys are unknown and a password is set",
            covers: "unknown",
            changes: onAll((at) => (declared) => set(at("osProfile.adminPassword"), "x")(hide(at(keys))(declared))),
            reports: byAll(
                (at) => `${at("osProfile.adminPassword")} is set; it must not be`,
                (at) => undecided(at(keys)),
            ),
        },
        {
            name: "the whole profile is unknown",
            covers: "unknown",
            changes: { set: hide("virtualMachineProfile") },
            reports: { set: [undecided("virtualMachineProfile")] },
        },
        {
            name: "a set of no known kind without a profile",
            covers: "unknown",
            changes: { shell: hide("orchestrationMode") },
            reports: { shell: [undecided("orchestrationMode")] },
        },
        {
            name: "an old profile is kept alive",
            covers: "fail",
            changes: { shell: options({ ignoreChanges: ["virtualMachineProfile"] }) },
            reports: { shell: ["ignoreChanges hides virtualMachineProfile, which this rule judges; remove it there"] },
        },
        {
            name: "something else of the profile is ignored",
            covers: "pass",
            changes: { set: options({ ignoreChanges: ["virtualMachineProfile.networkProfile"] }) },
            reports: {},
        },
    ],
};
