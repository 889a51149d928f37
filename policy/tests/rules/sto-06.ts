import { unknown } from "../../src/plan/value";
import { sto06 } from "../../src/rules/sto-06-no-shared-key";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset, use } from "../support/plans";

const on = "allowSharedKeyAccess is true; it must be false";

export const suite: Suite = {
    rule: sto06,

    sound: [
        declare("storage:StorageAccount", "files-storage", { allowSharedKeyAccess: true }),
        declare("storage:FileShare", "share", { accountName: unknown }, { accountName: ["files-storage"] }),
        declare("storage:StorageAccount", "models", { allowSharedKeyAccess: false }),
    ],
    cases: [
        { name: "on for the account with the share only", covers: "pass", reports: {} },
        {
            name: "on for another account",
            covers: "fail",
            changes: { models: set("allowSharedKeyAccess", true) },
            reports: { models: [on] },
        },
        {
            name: "on for another account with a share",
            covers: "fail",
            changes: { models: set("allowSharedKeyAccess", true), share: use("accountName", "models") },
            reports: { "files-storage": [on], models: [on] },
        },
        {
            name: "the share is gone",
            covers: "fail",
            changes: { share: "remove" },
            reports: { "files-storage": [on] },
        },
        {
            name: "the share is not mounted with a key",
            covers: "fail",
            changes: { share: set("enabledProtocols", "NFS") },
            reports: { "files-storage": [on] },
        },
        {
            name: "how the share is mounted is known only at the update",
            covers: "unknown",
            changes: { share: hide("enabledProtocols") },
            reports: { "files-storage": [undecided("enabledProtocols of share")] },
        },
        {
            name: "a share of the account, by its name",
            covers: "pass",
            changes: { "files-storage": set("accountName", "stfiles"), share: set("accountName", "STFILES") },
            reports: {},
        },
        {
            name: "a share of another account, by its name",
            covers: "fail",
            changes: { "files-storage": set("accountName", "stfiles"), share: set("accountName", "stother") },
            reports: { "files-storage": [on] },
        },
        {
            name: "another account is named in the configuration",
            covers: "fail",
            settings: { sharedKeyAccounts: ["models"] },
            reports: { "files-storage": [on] },
        },
        {
            name: "off for the account with the share, too",
            covers: "pass",
            changes: { "files-storage": set("allowSharedKeyAccess", false) },
            reports: {},
        },
        {
            name: "not set, which Azure reads as on",
            covers: "absent",
            changes: { models: unset("allowSharedKeyAccess"), "files-storage": unset("allowSharedKeyAccess") },
            reports: {
                "files-storage": ["allowSharedKeyAccess is not set; it must be false"],
                models: ["allowSharedKeyAccess is not set; it must be false"],
            },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { models: empty },
            reports: { models: ["allowSharedKeyAccess is not set; it must be false"] },
        },
        {
            name: "known only at the update, where it may be on and where not",
            covers: "unknown",
            changes: { models: hide("allowSharedKeyAccess"), "files-storage": hide("allowSharedKeyAccess") },
            reports: { models: [undecided("allowSharedKeyAccess")] },
        },
    ],
};
