import { unknown } from "../../src/plan/value";
import { sto08 } from "../../src/rules/sto-08-soft-delete";
import { Suite, undecided } from "../support/cases";
import { Change, declare, hide, options, set, unset, use } from "../support/plans";

const blobs = "no BlobServiceProperties keeps its deleted blobs and containers";
const shares = "no FileServiceProperties keeps its deleted file shares";
/** As the SDK for Java tells it in a preview. */
const orphan: Change = (part) => ({ ...part, uses: {} });

export const suite: Suite = {
    rule: sto08,

    sound: [
        declare("storage:StorageAccount", "files", { kind: "StorageV2" }),
        declare(
            "storage:BlobServiceProperties",
            "blob-service",
            {
                accountName: unknown,
                deleteRetentionPolicy: { enabled: true, days: 7 },
                containerDeleteRetentionPolicy: { enabled: true, days: 30 },
            },
            { accountName: ["files"] },
        ),
        declare(
            "storage:FileServiceProperties",
            "file-service",
            { accountName: unknown, shareDeleteRetentionPolicy: { enabled: true, days: 30 } },
            { accountName: ["files"] },
        ),
        declare("storage:FileShare", "share", { accountName: unknown }, { accountName: ["files"] }),
    ],
    cases: [
        { name: "everything is kept", covers: "pass", reports: {} },
        {
            name: "six days",
            covers: "fail",
            changes: { "file-service": set("shareDeleteRetentionPolicy.days", 6) },
            reports: { files: ["file-service: shareDeleteRetentionPolicy.days is 6; it must be at least 7"] },
        },
        {
            name: "off",
            covers: "fail",
            changes: { "blob-service": set("deleteRetentionPolicy.enabled", false) },
            reports: { files: ["blob-service: deleteRetentionPolicy.enabled is false; it must be true"] },
        },
        {
            name: "what is deleted may be deleted again",
            covers: "fail",
            changes: { "blob-service": set("deleteRetentionPolicy.allowPermanentDelete", true) },
            reports: {
                files: ["blob-service: deleteRetentionPolicy.allowPermanentDelete is true; it must be false or not set"],
            },
        },
        {
            name: "ignoreChanges keeps it off",
            covers: "fail",
            changes: { "file-service": options({ ignoreChanges: ["shareDeleteRetentionPolicy"] }) },
            reports: {
                files: ["file-service: ignoreChanges hides shareDeleteRetentionPolicy, which this rule judges; remove it there"],
            },
        },
        {
            name: "the services are of another account",
            covers: "fail",
            adds: [declare("storage:StorageAccount", "other", { kind: "StorageV2", accountName: "other" })],
            reports: { other: [blobs] },
        },
        {
            name: "services by the account's name",
            covers: "pass",
            changes: {
                files: set("accountName", "stfiles"),
                "blob-service": set("accountName", "stfiles"),
                "file-service": set("accountName", "STFILES"),
            },
            reports: {},
        },
        {
            name: "a service of another account, by its name",
            covers: "fail",
            changes: { files: set("accountName", "stfiles"), "file-service": set("accountName", "stother") },
            reports: { files: [shares] },
        },
        {
            name: "a service by its parent",
            covers: "pass",
            changes: { "file-service": (service) => ({ ...service, uses: {}, parent: "files" }) },
            reports: {},
        },
        {
            name: "a service that may be another account's",
            covers: "unknown",
            changes: { "file-service": use("accountName", "files", "other") },
            adds: [declare("storage:StorageAccount", "other", { kind: "FileStorage" })],
            reports: { files: [undecided("accountName of file-service")] },
        },
        {
            name: "nobody says of which account the services are, and the plan has one",
            covers: "pass",
            changes: { "blob-service": orphan, "file-service": orphan, share: orphan },
            reports: {},
        },
        {
            name: "nobody says of which account the services are, and the plan has two",
            covers: "unknown",
            changes: { "blob-service": orphan, "file-service": orphan },
            adds: [declare("storage:StorageAccount", "other", { kind: "FileStorage" })],
            reports: {
                files: [undecided("accountName of blob-service"), undecided("accountName of file-service")],
            },
        },
        {
            name: "no share needs no file service",
            covers: "pass",
            changes: { share: "remove", "file-service": "remove" },
            reports: {},
        },
        {
            name: "the share of a workspace is there without being declared",
            covers: "fail",
            changes: { share: "remove", "file-service": "remove" },
            adds: [
                declare(
                    "machinelearningservices:Workspace",
                    "workspace",
                    { storageAccount: unknown },
                    { storageAccount: ["files"] },
                ),
            ],
            reports: { files: [shares] },
        },
        {
            name: "an account for files only has no blob service",
            covers: "pass",
            changes: { files: set("kind", "FileStorage"), "blob-service": "remove" },
            reports: {},
        },
        {
            name: "a longer time in the configuration",
            covers: "fail",
            settings: { retentionDays: 30 },
            reports: { files: ["blob-service: deleteRetentionPolicy.days is 7; it must be at least 30"] },
        },
        {
            name: "no services",
            covers: "absent",
            changes: { "blob-service": "remove", "file-service": "remove" },
            reports: { files: [blobs, shares] },
        },
        {
            name: "a service that says nothing",
            covers: "parent absent",
            changes: { "file-service": unset("shareDeleteRetentionPolicy") },
            reports: {
                files: [
                    "file-service: shareDeleteRetentionPolicy.enabled is not set; it must be true",
                    "file-service: shareDeleteRetentionPolicy.days is not set; it must be at least 7",
                ],
            },
        },
        {
            name: "unknown days do not hide what else is wrong",
            covers: "unknown",
            changes: {
                "file-service": hide("shareDeleteRetentionPolicy.days"),
                "blob-service": set("containerDeleteRetentionPolicy.enabled", false),
            },
            reports: {
                files: [
                    "blob-service: containerDeleteRetentionPolicy.enabled is false; it must be true",
                    undecided("shareDeleteRetentionPolicy.days of file-service"),
                ],
            },
        },
    ],
};
