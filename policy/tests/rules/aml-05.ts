import { unknown } from "../../src/plan/value";
import { aml05 } from "../../src/rules/aml-05-private-storage";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const open = "hbiWorkspace is true, but no storage account of this plan that is closed to the Internet is its storageAccount";

export const suite: Suite = {
    rule: aml05,
    sound: [
        declare("storage:StorageAccount", "files", { publicNetworkAccess: "Disabled" }),
        declare("storage:StorageAccount", "website", { publicNetworkAccess: "Enabled" }),
        declare(
            "machinelearningservices:Workspace",
            "workspace",
            { hbiWorkspace: true, storageAccount: unknown },
            { storageAccount: ["files"] },
        ),
    ],
    cases: [
        { name: "its own account is private, another is not", covers: "pass", reports: {} },
        {
            name: "no high impact, and a public account",
            covers: "pass",
            changes: { workspace: set("hbiWorkspace", false), files: set("publicNetworkAccess", "Enabled") },
            reports: {},
        },
        {
            name: "the impact is left out",
            covers: "pass",
            changes: { workspace: unset("hbiWorkspace"), files: empty },
            reports: {},
        },
        {
            name: "a public account",
            covers: "fail",
            changes: { files: set("publicNetworkAccess", "Enabled") },
            reports: { workspace: [open] },
        },
        {
            name: "the account does not say",
            covers: "absent",
            changes: { files: unset("publicNetworkAccess") },
            reports: { workspace: [open] },
        },
        {
            name: "no account",
            covers: "parent absent",
            changes: { workspace: (declared) => ({ ...declared, inputs: { hbiWorkspace: true }, uses: {} }) },
            reports: { workspace: [open] },
        },
        {
            name: "an account of another stack",
            covers: "unknown",
            changes: { workspace: inOrder(set("storageAccount", "/files"), (declared) => ({ ...declared, uses: {} })) },
            reports: { workspace: [undecided("storageAccount")] },
        },
        {
            name: "whether the account is public is known only at the update",
            covers: "unknown",
            changes: { files: hide("publicNetworkAccess") },
            reports: { workspace: [undecided("publicNetworkAccess of files")] },
        },
        {
            name: "the impact is known only at the update, and the account is public",
            covers: "unknown",
            changes: { workspace: hide("hbiWorkspace"), files: set("publicNetworkAccess", "Enabled") },
            reports: { workspace: [undecided("hbiWorkspace")] },
        },
    ],
};
