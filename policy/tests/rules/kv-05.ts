import { unknown } from "../../src/plan/value";
import { kv05 } from "../../src/rules/kv-05-audit-logs";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, options, set, unset, use } from "../support/plans";

const unlogged = "no diagnostic setting keeps its audit log";

export const suite: Suite = {
    rule: kv05,
    sound: [
        declare("keyvault:Vault", "vault"),
        declare("keyvault:Vault", "other", {}),
        declare(
            "insights:DiagnosticSetting",
            "logs",
            { resourceUri: unknown, workspaceId: unknown, logs: [{ categoryGroup: "audit", enabled: true }] },
            { resourceUri: ["vault"] },
        ),
        declare(
            "insights:DiagnosticSetting",
            "other-logs",
            { resourceUri: unknown, storageAccountId: unknown, logs: [{ category: "AuditEvent", enabled: true }] },
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
        {
            name: "the setting sends the log nowhere",
            covers: "fail",
            changes: { logs: unset("workspaceId") },
            reports: { vault: [unlogged] },
        },
        {
            name: "ignoreChanges keeps the log from being switched on",
            covers: "fail",
            changes: { logs: options({ ignoreChanges: ["logs"] }) },
            reports: { vault: [unlogged] },
        },
        {
            name: "two settings, of which one keeps the log",
            covers: "pass",
            adds: [declare("insights:DiagnosticSetting", "metrics", { resourceUri: unknown }, { resourceUri: ["vault"] })],
            reports: {},
        },
        {
            name: "it may be the setting of another vault",
            covers: "unknown",
            changes: { logs: use("resourceUri", "vault", "other") },
            reports: { vault: [undecided("resourceUri of logs")] },
        },
        { name: "the setting says nothing", covers: "parent absent", changes: { logs: empty }, reports: { vault: [unlogged] } },
        {
            name: "the categories are known only at the update",
            covers: "unknown",
            changes: { logs: hide("logs") },
            reports: { vault: [undecided("logs of logs")] },
        },
    ],
};
