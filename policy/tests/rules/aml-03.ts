import { unknown } from "../../src/plan/value";
import { aml03 } from "../../src/rules/aml-03-user-assigned-identity";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: aml03,
    sound: [
        declare("machinelearningservices:Workspace", "workspace", {
            identity: { type: "UserAssigned", userAssignedIdentities: [unknown] },
            primaryUserAssignedIdentity: unknown,
        }),
    ],
    cases: [
        { name: "its own identity, whose id is known only at the update", covers: "pass", reports: {} },
        {
            name: "Azure's",
            covers: "fail",
            changes: { workspace: set("identity.type", "SystemAssigned") },
            reports: { workspace: ['identity.type is "SystemAssigned"; it must be UserAssigned'] },
        },
        {
            name: "both",
            covers: "fail",
            changes: { workspace: set("identity.type", "SystemAssigned,UserAssigned") },
            reports: { workspace: ['identity.type is "SystemAssigned,UserAssigned"; it must be UserAssigned'] },
        },
        {
            name: "it acts as none of them",
            covers: "absent",
            changes: { workspace: unset("primaryUserAssignedIdentity") },
            reports: { workspace: ["primaryUserAssignedIdentity is not set; it must be set"] },
        },
        {
            name: "no identity",
            covers: "parent absent",
            changes: { workspace: empty },
            reports: {
                workspace: [
                    "identity.type is not set; it must be UserAssigned",
                    "identity.userAssignedIdentities is not set; it must be set",
                    "primaryUserAssignedIdentity is not set; it must be set",
                ],
            },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { workspace: hide("identity.type") },
            reports: { workspace: [undecided("identity.type")] },
        },
    ],
};
