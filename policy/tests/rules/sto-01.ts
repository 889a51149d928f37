import { sto01 } from "../../src/rules/sto-01-https-only";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto01,
    sound: [declare("storage:StorageAccount", "files", { enableHttpsTrafficOnly: true, sku: { name: "Standard_LRS" } })],
    cases: [
        { name: "HTTPS only", covers: "pass", reports: {} },
        {
            name: "HTTP is allowed",
            covers: "fail",
            changes: { files: set("enableHttpsTrafficOnly", false) },
            reports: { files: ["enableHttpsTrafficOnly is false; it must be true"] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { files: unset("enableHttpsTrafficOnly") },
            reports: { files: ["enableHttpsTrafficOnly is not set; it must be true"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { files: empty },
            reports: { files: ["enableHttpsTrafficOnly is not set; it must be true"] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { files: hide("enableHttpsTrafficOnly") },
            reports: { files: [undecided("enableHttpsTrafficOnly")] },
        },
    ],
};
