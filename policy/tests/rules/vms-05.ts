import { gzipSync } from "node:zlib";
import { vms05 } from "../../src/rules/vms-05-no-secret-in-boot-data";
import { byAll, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite } from "../support/cases";
import { hide, inOrder, set, unset } from "../support/plans";

const key = Buffer.from(Array.from({ length: 64 }, (_, at) => (at * 37 + 200) % 256)).toString("base64");
const script = `#!/bin/sh\nset -e\nmount -o username=st,password=${key} //st/share /mnt\n`;
const base64 = Buffer.from(script).toString("base64");
const zipped = gzipSync(script).toString("base64");

export const suite: Suite = {
    rule: vms05,
    sound: soundMachines,
    cases: [
        { name: "no secret", covers: "pass", reports: {} },
        {
            name: "a key in a plain script",
            covers: "fail",
            changes: onAll((at) => set(at("userData"), script)),
            reports: byAll(
                (at) => `${at("userData")} holds a value with the name of a secret (line 3)`,
                (at) => `${at("userData")} holds a storage account key (line 3)`,
            ),
        },
        {
            name: "a key in a zipped script",
            covers: "fail",
            changes: onAll((at) => set(at("osProfile.customData"), zipped)),
            reports: byAll(
                (at) => `${at("osProfile.customData")} holds a value with the name of a secret (base64, gzip, line 3)`,
                (at) => `${at("osProfile.customData")} holds a storage account key (base64, gzip, line 3)`,
            ),
        },
        {
            name: "no boot data",
            covers: "absent",
            changes: onAll((at) => inOrder(unset(at("userData")), unset(at("osProfile.customData")))),
            reports: {},
        },
        { name: "no profile", covers: "parent absent", changes: withoutParts, reports: {} },
        {
            name: "outputs of other resources are in it: a preview leaves it to the update",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at("userData")), hide(at("osProfile.customData")))),
            reports: {},
        },
        {
            name: "the update judges the data that the preview did not know",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at("userData")), set(at("userData"), base64))),
            reports: byAll(
                (at) => `${at("userData")} holds a value with the name of a secret (base64, line 3)`,
                (at) => `${at("userData")} holds a storage account key (base64, line 3)`,
            ),
        },
        {
            name: "what is unknown hides no secret beside it",
            covers: "unknown",
            changes: {
                machine: inOrder(
                    hide("userData"),
                    set("osProfile.customData", Buffer.from("DB_PASSWORD=hunter2").toString("base64")),
                ),
            },
            reports: { machine: ["osProfile.customData holds a value with the name of a secret (base64, line 1)"] },
        },
    ],
};
