import { sto02 } from "../../src/rules/sto-02-tls";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, options, set, unset } from "../support/plans";

const wanted = "it must be TLS1_2 or TLS1_3";

export const suite: Suite = {
    rule: sto02,

    sound: [
        declare("storage:StorageAccount", "files", { minimumTlsVersion: "TLS1_2" }),
        declare("storage:StorageAccount", "newer", { minimumTlsVersion: "tls1_3" }),
    ],
    cases: [
        { name: "TLS 1.2 and 1.3", covers: "pass", reports: {} },
        {
            name: "TLS 1.1",
            covers: "fail",
            changes: { files: set("minimumTlsVersion", "TLS1_1") },
            reports: { files: [`minimumTlsVersion is "TLS1_1"; ${wanted}`] },
        },
        {
            name: "not set, which Azure reads as TLS 1.0",
            covers: "absent",
            changes: { files: unset("minimumTlsVersion") },
            reports: { files: [`minimumTlsVersion is not set; ${wanted}`] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { files: empty },
            reports: { files: [`minimumTlsVersion is not set; ${wanted}`] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { files: hide("minimumTlsVersion") },
            reports: { files: [undecided("minimumTlsVersion")] },
        },
        {
            name: "ignoreChanges keeps an older version",
            covers: "fail",
            changes: { files: options({ ignoreChanges: ["minimumTlsVersion"] }) },
            reports: { files: ["ignoreChanges hides minimumTlsVersion, which this rule judges; remove it there"] },
        },
    ],
};
