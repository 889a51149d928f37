import { unknown } from "../../src/plan/value";
import { sto11 } from "../../src/rules/sto-11-own-encryption";
import { Suite, undecided } from "../support/cases";
import { declare, hide, set, unset } from "../support/plans";

const noKey = "encryption.keyVaultProperties.keyName is not set; it must be set";

export const suite: Suite = {
    rule: sto11,

    sound: [
        declare("storage:StorageAccount", "files", {
            encryption: {
                keySource: "Microsoft.Keyvault",
                keyVaultProperties: { keyName: "files", keyVaultUri: unknown },
                requireInfrastructureEncryption: true,
            },
        }),
    ],
    cases: [
        { name: "two layers, one of its own", covers: "pass", reports: {} },
        {
            name: "one layer, a key of the service",
            covers: "fail",
            changes: {
                files: set("encryption", { keySource: "Microsoft.Storage", requireInfrastructureEncryption: false }),
            },
            reports: {
                files: [
                    "encryption.requireInfrastructureEncryption is false; it must be true",
                    'encryption.keySource is "Microsoft.Storage"; it must be Microsoft.Keyvault',
                ],
            },
        },
        {
            name: "a key vault without a key",
            covers: "absent",
            changes: { files: unset("encryption.keyVaultProperties") },
            reports: { files: [noKey] },
        },
        {
            name: "nothing is said",
            covers: "parent absent",
            changes: { files: unset("encryption") },
            reports: {
                files: [
                    "encryption.requireInfrastructureEncryption is not set; it must be true",
                    "encryption.keySource is not set; it must be Microsoft.Keyvault",
                ],
            },
        },
        {
            name: "the source is known only at the update",
            covers: "unknown",
            changes: { files: hide("encryption.keySource") },
            reports: { files: [undecided("encryption.keySource")] },
        },
    ],
};
