import { net12 } from "../../src/rules/net-12-flow-logs";
import { unknown } from "../../src/plan/value";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const days = (shown: string) => `retentionPolicy.days is ${shown}; it must be at least 90, or 0 for ever`;

export const suite: Suite = {
    rule: net12,
    sound: [
        declare("network:VirtualNetwork", "net"),
        declare(
            "network:FlowLog",
            "log",
            { targetResourceId: unknown, enabled: true, retentionPolicy: { enabled: true, days: 90 } },
            { targetResourceId: ["net"] },
        ),
    ],
    cases: [
        { name: "kept", covers: "pass", reports: {} },
        { name: "kept for ever", covers: "pass", changes: { log: set("retentionPolicy.days", 0) }, reports: {} },
        {
            name: "kept for too short a time",
            covers: "fail",
            changes: { log: set("retentionPolicy.days", 89) },
            reports: { log: [days("89")] },
        },
        {
            name: "a longer time is configured",
            covers: "fail",
            settings: { retentionDays: 180 },
            reports: { log: ["retentionPolicy.days is 90; it must be at least 180, or 0 for ever"] },
        },
        { name: "no log", covers: "fail", changes: { log: "remove" }, reports: { net: ["no flow log records its traffic"] } },
        {
            name: "off",
            covers: "fail",
            changes: { log: set("enabled", false) },
            reports: { log: ["enabled is false; it must be true"] },
        },
        {
            name: "no retention",
            covers: "absent",
            changes: { log: unset("retentionPolicy") },
            reports: { log: ["retentionPolicy.enabled is not set; it must be true", days("not set")] },
        },
        {
            name: "a log that says nothing",
            covers: "parent absent",
            changes: { log: empty },
            reports: {
                log: [
                    "enabled is not set; it must be true",
                    "retentionPolicy.enabled is not set; it must be true",
                    days("not set"),
                ],
            },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { log: hide("retentionPolicy.days") },
            reports: { log: [undecided("retentionPolicy.days")] },
        },
    ],
};
