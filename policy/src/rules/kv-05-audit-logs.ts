import { keepsLogs } from "../joins/diagnostics";
import { azure } from "../plan/selector";
import { planRule } from "../rule";

export const kv05 = planRule({
    id: "KV-05",
    slug: "audit-logs",
    title: "Key vaults keep their audit log",
    why: "Without it nobody can say who read a secret.",
    remediation:
        "Add an insights:DiagnosticSetting on the vault that sends the category group audit to a Log Analytics workspace.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/key-vault/general/logging",
    references: {
        azurePolicy: ["cf820ca0-f99e-4f3e-84fb-66e913812d21"],
        mcsb: ["DP-8", "LT-3"],
        cis: ["3.0.0:6.1.4"],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000119"],
        kics: [],
    },
    subjects: [azure("keyvault", "Vault")],
    judge: (subject, plan) =>
        keepsLogs(subject, plan, {
            sufficient: [["audit"], ["allLogs"], ["AuditEvent"]],
            failure: "no diagnostic setting keeps its audit log",
        }),
});
