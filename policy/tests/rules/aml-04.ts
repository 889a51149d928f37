import { aml04 } from "../../src/rules/aml-04-customer-managed-key";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const noKey = "encryption.keyVaultProperties.keyIdentifier is not set; it must be set";

export const suite: Suite = {
    rule: aml04,
    sound: [
        declare("machinelearningservices:Workspace", "workspace", {
            encryption: {
                status: "Enabled",
                keyVaultProperties: { keyIdentifier: "https://kv-vision.vault.azure.net/keys/workspace/1" },
            },
        }),
    ],
    cases: [
        { name: "a key of its own", covers: "pass", reports: {} },
        {
            name: "switched off",
            covers: "fail",
            changes: { workspace: set("encryption.status", "Disabled") },
            reports: { workspace: ['encryption.status is "Disabled"; it must be Enabled'] },
        },
        {
            name: "without a key",
            covers: "absent",
            changes: { workspace: unset("encryption.keyVaultProperties") },
            reports: { workspace: [noKey] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { workspace: empty },
            reports: { workspace: ["encryption.status is not set; it must be Enabled", noKey] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { workspace: hide("encryption.status") },
            reports: { workspace: [undecided("encryption.status")] },
        },
    ],
};
