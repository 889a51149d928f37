import { sto03 } from "../../src/rules/sto-03-no-anonymous-access";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto03,

    sound: [
        declare("storage:StorageAccount", "files", { allowBlobPublicAccess: false }),
        declare("storage:BlobContainer", "models", { accountName: "files", publicAccess: "None" }),
    ],
    cases: [
        { name: "nobody", covers: "pass", reports: {} },
        {
            name: "a container that says nothing is private",
            covers: "pass",
            changes: { models: unset("publicAccess") },
            reports: {},
        },
        {
            name: "the account allows it",
            covers: "fail",
            changes: { files: set("allowBlobPublicAccess", true) },
            reports: { files: ["allowBlobPublicAccess is true; it must be false"] },
        },
        {
            name: "a container of an account elsewhere may be listed by everybody (better than CKV_AZURE_34: in any case)",
            covers: "fail",
            changes: { files: "remove", models: set("publicAccess", "CONTAINER") },
            reports: { models: ['publicAccess is "CONTAINER"; it must be None or not set'] },
        },
        {
            name: "blobs of a container may be read by everybody",
            covers: "fail",
            changes: { models: set("publicAccess", "Blob") },
            reports: { models: ['publicAccess is "Blob"; it must be None or not set'] },
        },
        {
            name: "a static website",
            covers: "fail",
            adds: [declare("storage:StorageAccountStaticWebsite", "site", { accountName: "files" })],
            reports: {
                site: ["a static website is read by everybody, whatever the account allows; it must not be declared"],
            },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { files: unset("allowBlobPublicAccess") },
            reports: { files: ["allowBlobPublicAccess is not set; it must be false"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { files: empty },
            reports: { files: ["allowBlobPublicAccess is not set; it must be false"] },
        },
        {
            name: "both are known only at the update",
            covers: "unknown",
            changes: { files: hide("allowBlobPublicAccess"), models: hide("publicAccess") },
            reports: { files: [undecided("allowBlobPublicAccess")], models: [undecided("publicAccess")] },
        },
    ],
};
