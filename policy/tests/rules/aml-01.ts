import { aml01 } from "../../src/rules/aml-01-private-workspace";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: aml01,
    sound: [
        declare("machinelearningservices:Workspace", "workspace", {
            publicNetworkAccess: "Disabled",
            allowPublicAccessWhenBehindVnet: false,
        }),
    ],
    cases: [
        {
            name: "private, written otherwise",
            covers: "pass",
            changes: { workspace: set("publicNetworkAccess", "disabled") },
            reports: {},
        },
        {
            name: "private, and the second switch is left out",
            covers: "pass",
            changes: { workspace: unset("allowPublicAccessWhenBehindVnet") },
            reports: {},
        },
        {
            name: "a public studio",
            covers: "fail",
            changes: { workspace: set("publicNetworkAccess", "Enabled") },
            reports: { workspace: ['publicNetworkAccess is "Enabled"; it must be Disabled'] },
        },
        {
            name: "public in spite of a network",
            covers: "fail",
            changes: { workspace: set("allowPublicAccessWhenBehindVnet", true) },
            reports: { workspace: ["allowPublicAccessWhenBehindVnet is true; it must be false or not set"] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { workspace: unset("publicNetworkAccess") },
            reports: { workspace: ["publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { workspace: empty },
            reports: { workspace: ["publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { workspace: hide("publicNetworkAccess") },
            reports: { workspace: [undecided("publicNetworkAccess")] },
        },
    ],
};
