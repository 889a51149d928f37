import { unknown } from "../../src/plan/value";
import { sto13 } from "../../src/rules/sto-13-access-logs";
import { Suite, undecided } from "../support/cases";
import { declare, Declared, empty, hide, set, unset, use } from "../support/plans";

const noBlob = "no diagnostic setting logs who reads and writes its blob service";
const noFile = "no diagnostic setting logs who reads and writes its file service";

function setting(name: string, of: string, categories: readonly string[]): Declared {
    const logs = categories.map((category) => ({ category, enabled: true }));
    return declare(
        "insights:DiagnosticSetting",
        name,
        { resourceUri: unknown, workspaceId: unknown, logs },
        { resourceUri: [of] },
    );
}

export const suite: Suite = {
    rule: sto13,

    sound: [
        declare("storage:StorageAccount", "files", { kind: "StorageV2" }),
        declare("storage:BlobServiceProperties", "blobs", { accountName: unknown }, { accountName: ["files"] }),
        declare("storage:FileServiceProperties", "shares", { accountName: unknown }, { accountName: ["files"] }),
        setting("blob-logs", "blobs", ["allLogs"]),
        setting("share-logs", "shares", ["StorageRead", "StorageWrite", "StorageDelete"]),
    ],
    cases: [
        { name: "both are logged", covers: "pass", reports: {} },
        { name: "blobs are not", covers: "fail", changes: { "blob-logs": "remove" }, reports: { files: [noBlob] } },
        {
            name: "only reads are",
            covers: "fail",
            changes: { "share-logs": set("logs", [{ category: "StorageRead", enabled: true }]) },
            reports: { files: [noFile] },
        },
        {
            name: "an account for files only",
            covers: "pass",
            changes: { files: set("kind", "FileStorage"), "blob-logs": "remove" },
            reports: {},
        },
        { name: "no logs", covers: "absent", changes: { "blob-logs": unset("logs") }, reports: { files: [noBlob] } },
        {
            name: "the settings say nothing",
            covers: "parent absent",
            changes: { "blob-logs": empty, "share-logs": empty },
            reports: { files: [noBlob, noFile] },
        },
        {
            name: "the service is known only at the update, by the account's id",
            covers: "unknown",
            changes: { blobs: "remove", "blob-logs": use("resourceUri", "files") },
            reports: { files: [undecided("resourceUri of blob-logs")] },
        },
        {
            name: "the categories are known only at the update",
            covers: "unknown",
            changes: { "blob-logs": hide("logs"), "share-logs": "remove" },
            reports: { files: [noFile, undecided("logs of blob-logs")] },
        },
    ],
};
