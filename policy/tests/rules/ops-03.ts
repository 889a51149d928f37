import { unknown } from "../../src/plan/value";
import { ops03 } from "../../src/rules/ops-03-budget";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, options, set, unset } from "../support/plans";

const missing = "no budget of this plan has notifications at two thresholds, each switched on and with a contact";
const half = { enabled: true, threshold: 50, thresholdType: "Actual", contactEmails: ["ada@example.com"] };
const full = { enabled: true, threshold: 100, thresholdType: "Actual", contactRoles: ["Owner"] };

export const suite: Suite = {
    rule: ops03,
    sound: [
        declare("pulumi:pulumi:Stack", "dev"),
        declare("resources:ResourceGroup", "group"),
        declare("consumption:Budget", "budget", { notifications: { half, full } }),
    ],
    cases: [
        { name: "two thresholds, each with a contact", covers: "pass", reports: {} },
        {
            name: "an address that is known only at the update",
            covers: "pass",
            changes: { budget: set("notifications.half.contactEmails", [unknown]) },
            reports: {},
        },
        {
            name: "the cost and its forecast at the same threshold",
            covers: "pass",
            changes: { budget: set("notifications.half", { ...full, thresholdType: "Forecasted" }) },
            reports: {},
        },
        {
            name: "nothing of Azure",
            covers: "pass",
            changes: { group: "remove", budget: "remove" },
            reports: {},
        },
        {
            name: "what may change is not the budget's warnings",
            covers: "pass",
            changes: { budget: options({ ignoreChanges: ["timePeriod"] }) },
            reports: {},
        },
        {
            name: "the warnings may change",
            covers: "fail",
            changes: { budget: options({ ignoreChanges: ["notifications"] }) },
            reports: { dev: [missing] },
        },
        { name: "no budget", covers: "absent", changes: { budget: "remove" }, reports: { dev: [missing] } },
        {
            name: "one threshold twice",
            covers: "fail",
            changes: { budget: set("notifications.half.threshold", 100) },
            reports: { dev: [missing] },
        },
        {
            name: "one is switched off",
            covers: "fail",
            changes: { budget: set("notifications.full.enabled", false) },
            reports: { dev: [missing] },
        },
        {
            name: "nobody is told",
            covers: "fail",
            changes: { budget: set("notifications.half.contactEmails", []) },
            reports: { dev: [missing] },
        },
        {
            name: "one threshold",
            covers: "absent",
            changes: { budget: unset("notifications.full") },
            reports: { dev: [missing] },
        },
        { name: "no inputs", covers: "parent absent", changes: { budget: empty }, reports: { dev: [missing] } },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { budget: hide("notifications") },
            reports: { dev: [undecided("notifications of budget")] },
        },
        {
            name: "whether one is on is known only at the update",
            covers: "unknown",
            changes: { budget: hide("notifications.half.enabled") },
            reports: { dev: [undecided("notifications.half.enabled of budget")] },
        },
    ],
};
