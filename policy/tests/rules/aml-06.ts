import { unknown } from "../../src/plan/value";
import { aml06 } from "../../src/rules/aml-06-workspace-logs";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const unlogged = "no diagnostic setting keeps the category group allLogs or audit";

export const suite: Suite = {
    rule: aml06,
    sound: [
        declare("machinelearningservices:Workspace", "workspace"),
        declare("keyvault:Vault", "vault"),
        declare(
            "insights:DiagnosticSetting",
            "logs",
            { resourceUri: unknown, workspaceId: unknown, logs: [{ categoryGroup: "allLogs", enabled: true }] },
            { resourceUri: ["workspace"] },
        ),
    ],
    cases: [
        { name: "all are kept", covers: "pass", reports: {} },
        {
            name: "the audit is kept",
            covers: "pass",
            changes: { logs: set("logs.0.categoryGroup", "audit") },
            reports: {},
        },
        { name: "none", covers: "absent", changes: { logs: "remove" }, reports: { workspace: [unlogged] } },
        {
            name: "the setting is of the vault",
            covers: "fail",
            changes: { logs: (declared) => ({ ...declared, uses: { resourceUri: ["vault"] } }) },
            reports: { workspace: [unlogged] },
        },
        {
            name: "switched off",
            covers: "fail",
            changes: { logs: set("logs.0.enabled", false) },
            reports: { workspace: [unlogged] },
        },
        {
            name: "sent nowhere",
            covers: "absent",
            changes: { logs: unset("workspaceId") },
            reports: { workspace: [unlogged] },
        },
        {
            name: "the setting says nothing",
            covers: "parent absent",
            changes: { logs: empty },
            reports: { workspace: [unlogged] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { logs: hide("logs") },
            reports: { workspace: [undecided("logs of logs")] },
        },
    ],
};
