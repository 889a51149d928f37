import { unknown } from "../../src/plan/value";
import { sto10 } from "../../src/rules/sto-10-share-protocols";
import { Suite, undecided } from "../support/cases";
import { declare, hide, inOrder, options, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto10,

    sound: [
        declare("storage:StorageAccount", "files", { kind: "StorageV2" }),
        declare(
            "storage:FileServiceProperties",
            "service",
            {
                accountName: unknown,
                protocolSettings: {
                    smb: { versions: "SMB3.1.1;", channelEncryption: "AES-256-GCM;", kerberosTicketEncryption: "AES-256;" },
                },
            },
            { accountName: ["files"] },
        ),
        declare("storage:FileShare", "share", { accountName: unknown, enabledProtocols: "smb" }, { accountName: ["files"] }),
        declare("storage:FileShare", "unix", { enabledProtocols: "NFS", rootSquash: "RootSquash" }),
    ],
    cases: [
        { name: "strong", covers: "pass", reports: {} },
        {
            name: "without the last semicolon",
            covers: "pass",
            changes: { service: set("protocolSettings.smb.versions", "SMB3.1.1") },
            reports: {},
        },
        {
            name: "older versions, too",
            covers: "fail",
            changes: { service: set("protocolSettings.smb.versions", "SMB3.0;SMB3.1.1;") },
            reports: { service: ['protocolSettings.smb.versions is "SMB3.0;SMB3.1.1;"; it must be SMB3.1.1 alone'] },
        },
        {
            name: "weaker encryption, too",
            covers: "fail",
            changes: {
                service: inOrder(
                    set("protocolSettings.smb.channelEncryption", "AES-128-GCM;AES-256-GCM;"),
                    set("protocolSettings.smb.kerberosTicketEncryption", "RC4-HMAC;AES-256;"),
                ),
            },
            reports: {
                service: [
                    'protocolSettings.smb.channelEncryption is "AES-128-GCM;AES-256-GCM;"; it must be AES-256-GCM alone',
                    'protocolSettings.smb.kerberosTicketEncryption is "RC4-HMAC;AES-256;"; it must be AES-256 alone',
                ],
            },
        },
        {
            name: "an empty list, which Azure reads as all",
            covers: "fail",
            changes: { service: set("protocolSettings.smb.versions", ";") },
            reports: { service: ['protocolSettings.smb.versions is ";"; it must be SMB3.1.1 alone'] },
        },
        {
            name: "root of any machine is root on the NFS share",
            covers: "fail",
            changes: { unix: set("rootSquash", "NoRootSquash") },
            reports: {
                unix: ['rootSquash is "NoRootSquash" and enabledProtocols is "NFS"; root must be squashed'],
            },
        },
        {
            name: "the same where nothing is said",
            covers: "absent",
            changes: { unix: unset("rootSquash") },
            reports: { unix: ['rootSquash is not set and enabledProtocols is "NFS"; root must be squashed'] },
        },
        {
            name: "all are squashed, in any case",
            covers: "pass",
            changes: { unix: set("rootSquash", "allsquash") },
            reports: {},
        },
        {
            name: "a share in an account without settings",
            covers: "absent",
            changes: { service: "remove" },
            reports: { files: ["no FileServiceProperties says which SMB its file shares speak"] },
        },
        {
            name: "an account without shares needs no settings",
            covers: "pass",
            changes: { service: "remove", share: "remove" },
            reports: {},
        },
        {
            name: "an account for blobs only has no shares, even where a workspace uses it",
            covers: "pass",
            changes: { files: set("kind", "BlobStorage"), service: "remove", share: "remove" },
            adds: [
                declare(
                    "machinelearningservices:Workspace",
                    "workspace",
                    { storageAccount: unknown },
                    { storageAccount: ["files"] },
                ),
            ],
            reports: {},
        },
        {
            name: "no settings of SMB",
            covers: "parent absent",
            changes: { service: unset("protocolSettings") },
            reports: {
                service: [
                    "protocolSettings.smb.versions is not set; it must be SMB3.1.1 alone",
                    "protocolSettings.smb.channelEncryption is not set; it must be AES-256-GCM alone",
                    "protocolSettings.smb.kerberosTicketEncryption is not set; it must be AES-256 alone",
                ],
            },
        },
        {
            name: "an unknown version does not hide weak encryption",
            covers: "unknown",
            changes: {
                service: inOrder(
                    hide("protocolSettings.smb.versions"),
                    set("protocolSettings.smb.channelEncryption", "AES-128-CCM;"),
                ),
            },
            reports: {
                service: [
                    'protocolSettings.smb.channelEncryption is "AES-128-CCM;"; it must be AES-256-GCM alone',
                    undecided("protocolSettings.smb.versions"),
                ],
            },
        },
        {
            name: "a share of unknown protocol may be without a squashed root",
            covers: "unknown",
            changes: { unix: inOrder(hide("enabledProtocols"), unset("rootSquash")) },
            reports: { unix: [undecided("enabledProtocols")] },
        },
        {
            name: "a squashed root is right in any protocol",
            covers: "unknown",
            changes: { unix: hide("enabledProtocols") },
            reports: {},
        },
        {
            name: "ignoreChanges keeps an older version",
            covers: "fail",
            changes: { service: options({ ignoreChanges: ["protocolSettings.smb"] }) },
            reports: { service: ["ignoreChanges hides protocolSettings.smb, which this rule judges; remove it there"] },
        },
    ],
};
