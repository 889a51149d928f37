import { sto14 } from "../../src/rules/sto-14-replication";
import { Suite, undecided } from "../support/cases";
import { declare, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto14,

    sound: [
        declare("storage:StorageAccount", "zones", { sku: { name: "Standard_ZRS" } }),
        declare("storage:StorageAccount", "regions", { sku: { name: "standard_ragzrs" } }),
    ],
    cases: [
        { name: "in three zones, or in two regions", covers: "pass", reports: {} },
        {
            name: "in one place",
            covers: "fail",
            changes: { zones: set("sku.name", "Standard_LRS") },
            reports: { zones: ['sku.name is "Standard_LRS"; it must be zone-redundant or geo-redundant'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { zones: unset("sku.name") },
            reports: { zones: ["sku.name is not set; it must be zone-redundant or geo-redundant"] },
        },
        {
            name: "no SKU",
            covers: "parent absent",
            changes: { zones: unset("sku") },
            reports: { zones: ["sku.name is not set; it must be zone-redundant or geo-redundant"] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { zones: hide("sku.name") },
            reports: { zones: [undecided("sku.name")] },
        },
    ],
};
