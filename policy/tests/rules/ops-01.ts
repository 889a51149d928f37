import { unknown } from "../../src/plan/value";
import { ops01 } from "../../src/rules/ops-01-telemetry";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const short = "retentionInDays is not set; it must be 90 or more";
const keys = "features.disableLocalAuth is not set; it must be true";

export const suite: Suite = {
    rule: ops01,
    sound: [
        declare("operationalinsights:Workspace", "logs", { retentionInDays: 90, features: { disableLocalAuth: true } }),
        declare("insights:Component", "insights", { workspaceResourceId: unknown, disableLocalAuth: true }),
        declare("machinelearningservices:Workspace", "workspace"),
    ],
    cases: [
        { name: "90 days, Entra ID only", covers: "pass", reports: {} },
        {
            name: "shorter, where that is allowed",
            covers: "pass",
            changes: { logs: set("retentionInDays", 30) },
            settings: { leastDays: 30 },
            reports: {},
        },
        {
            name: "too short, with keys",
            covers: "fail",
            changes: { logs: set("retentionInDays", 89), insights: set("disableLocalAuth", false) },
            reports: {
                logs: ["retentionInDays is 89; it must be 90 or more"],
                insights: ["disableLocalAuth is false; it must be true"],
            },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { logs: unset("features.disableLocalAuth"), insights: unset("workspaceResourceId") },
            reports: { logs: [keys], insights: ["workspaceResourceId is not set; it must be set"] },
        },
        { name: "no inputs", covers: "parent absent", changes: { logs: empty }, reports: { logs: [short, keys] } },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { logs: hide("retentionInDays") },
            reports: { logs: [undecided("retentionInDays")] },
        },
    ],
};
