import { aml07 } from "../../src/rules/aml-07-no-local-authentication";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const absent = "properties.disableLocalAuth is not set; it must be true";

export const suite: Suite = {
    rule: aml07,
    sound: [
        declare("machinelearningservices:Compute", "train", {
            properties: { computeType: "AmlCompute", disableLocalAuth: true },
        }),
    ],
    cases: [
        { name: "switched off", covers: "pass", reports: {} },
        {
            name: "left on",
            covers: "fail",
            changes: { train: set("properties.disableLocalAuth", false) },
            reports: { train: ["properties.disableLocalAuth is false; it must be true"] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { train: unset("properties.disableLocalAuth") },
            reports: { train: [absent] },
        },
        { name: "no properties", covers: "parent absent", changes: { train: empty }, reports: { train: [absent] } },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { train: hide("properties.disableLocalAuth") },
            reports: { train: [undecided("properties.disableLocalAuth")] },
        },
    ],
};
