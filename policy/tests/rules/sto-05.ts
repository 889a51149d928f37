import { sto05 } from "../../src/rules/sto-05-trusted-services";
import { Suite, undecided } from "../support/cases";
import { declare, hide, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: sto05,

    sound: [declare("storage:StorageAccount", "files", { networkRuleSet: { bypass: "AzureServices", defaultAction: "Deny" } })],
    cases: [
        { name: "trusted services", covers: "pass", reports: {} },
        {
            name: "readers of logs, too",
            covers: "fail",
            changes: { files: set("networkRuleSet.bypass", "Logging, Metrics, AzureServices") },
            reports: {
                files: ['networkRuleSet.bypass is "Logging, Metrics, AzureServices"; it must be AzureServices or not set'],
            },
        },
        {
            name: "trusted services are locked out",
            covers: "fail",
            changes: { files: set("networkRuleSet.bypass", "None") },
            reports: { files: ['networkRuleSet.bypass is "None"; it must be AzureServices or not set'] },
        },
        {
            name: "not set, which Azure reads as trusted services",
            covers: "absent",
            changes: { files: unset("networkRuleSet.bypass") },
            reports: {},
        },
        { name: "no firewall", covers: "parent absent", changes: { files: unset("networkRuleSet") }, reports: {} },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { files: hide("networkRuleSet.bypass") },
            reports: { files: [undecided("networkRuleSet.bypass")] },
        },
    ],
};
