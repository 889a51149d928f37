import { vms02 } from "../../src/rules/vms-02-encryption-at-host";
import { byAll, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { hide, set, unset } from "../support/plans";

const path = "securityProfile.encryptionAtHost";

export const suite: Suite = {
    rule: vms02,
    sound: soundMachines,
    cases: [
        { name: "encrypted", covers: "pass", reports: {} },
        {
            name: "off",
            covers: "fail",
            changes: onAll((at) => set(at(path), false)),
            reports: byAll((at) => `${at(path)} is false; it must be true`),
        },
        {
            name: "not set",
            covers: "absent",
            changes: onAll((at) => unset(at(path))),
            reports: byAll((at) => `${at(path)} is not set; it must be true`),
        },
        {
            name: "no profile",
            covers: "parent absent",
            changes: withoutParts,
            reports: byAll((at) => `${at(path)} is not set; it must be true`),
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: onAll((at) => hide(at(path))),
            reports: byAll((at) => undecided(at(path))),
        },
    ],
};
