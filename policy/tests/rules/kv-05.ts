import { unknown } from "../../src/plan/value";
import { kv05 } from "../../src/rules/kv-05-audit-logs";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const unlogged = "no diagnostic setting keeps its audit log";

export const suite: Suite = {
    rule: kv05,
    sound: [
        declare("keyvault:Vault", "vault"),
        declare("keyvault:Vault", "other", {}),
        declare(
            "insights:DiagnosticSetting",
            "logs",
            { resourceUri: unknown, logs: [{ categoryGroup: "audit", enabled: true }] },
            { resourceUri: ["vault"] },
        ),
        declare(
            "insights:DiagnosticSetting",
            "other-logs",
            { resourceUri: unknown, logs: [{ category: "AuditEvent", enabled: true }] },
            { resourceUri: ["other"] },
        ),
    ],
    cases: [
        { name: "kept", covers: "pass", reports: {} },
        {
            name: "the setting is of another vault",
            covers: "fail",
            changes: { logs: "remove" },
            reports: { vault: [unlogged] },
        },
        {
            name: "only metrics are kept",
            covers: "absent",
            changes: { logs: unset("logs") },
            reports: { vault: [unlogged] },
        },
        {
            name: "the category is off",
            covers: "fail",
            changes: { logs: set("logs.0.enabled", false) },
            reports: { vault: [unlogged] },
        },
        { name: "the setting says nothing", covers: "parent absent", changes: { logs: empty }, reports: { vault: [unlogged] } },
        {
            name: "the categories are known only at the update",
            covers: "unknown",
            changes: { logs: hide("logs") },
            reports: { vault: [undecided("logs")] },
        },
    ],
};
