import { sto09 } from "../../src/rules/sto-09-no-side-doors";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto09,

    sound: [
        declare("storage:StorageAccount", "files", {
            allowCrossTenantReplication: false,
            isLocalUserEnabled: false,
            isSftpEnabled: false,
            enableNfsV3: false,
        }),
    ],
    cases: [
        { name: "none", covers: "pass", reports: {} },
        {
            name: "SFTP and NFS are off where nothing is said",
            covers: "pass",
            changes: { files: inOrder(unset("isSftpEnabled"), unset("enableNfsV3")) },
            reports: {},
        },
        {
            name: "all of them",
            covers: "fail",
            changes: {
                files: inOrder(
                    set("allowCrossTenantReplication", true),
                    set("isLocalUserEnabled", true),
                    set("isSftpEnabled", true),
                    set("enableNfsV3", true),
                ),
            },
            reports: {
                files: [
                    "allowCrossTenantReplication is true; it must be false",
                    "isLocalUserEnabled is true; it must be false",
                    "isSftpEnabled is true; it must be false or not set",
                    "enableNfsV3 is true; it must be false or not set",
                ],
            },
        },
        {
            name: "a local user",
            covers: "fail",
            adds: [declare("storage:LocalUser", "partner", { accountName: "files", hasSshPassword: true })],
            reports: { partner: ["a local user signs in without Microsoft Entra ID; it must not be declared"] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { files: unset("isLocalUserEnabled") },
            reports: { files: ["isLocalUserEnabled is not set; it must be false"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { files: empty },
            reports: {
                files: [
                    "allowCrossTenantReplication is not set; it must be false",
                    "isLocalUserEnabled is not set; it must be false",
                ],
            },
        },
        {
            name: "an unknown one does not hide another",
            covers: "unknown",
            changes: { files: inOrder(hide("isLocalUserEnabled"), set("isSftpEnabled", true)) },
            reports: { files: ["isSftpEnabled is true; it must be false or not set", undecided("isLocalUserEnabled")] },
        },
    ],
};
