import { Property } from "../plan/property";
import { azure } from "../plan/selector";
import { planRule } from "../rule";
import { fail, pass, some, undecided, Verdict } from "../verdict";

const vault = azure("keyvault", "Vault");
const diagnosticSetting = azure("insights", "DiagnosticSetting");

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
    subjects: [vault],
    judge: (subject, plan) => {
        const settings = plan.referrers(subject, "resourceUri", diagnosticSetting);
        return some(
            settings.map((setting) => keepsAudit(setting.at("logs"))),
            "no diagnostic setting keeps its audit log",
        );
    },
});

function keepsAudit(logs: Property): Verdict {
    if (
        logs.items.some((log) => ["audit", "allLogs", "AuditEvent"].includes(category(log)) && log.at("enabled").value === true)
    ) {
        return pass;
    }
    return logs.unknowns.length > 0 ? undecided(...logs.unknowns) : fail("its audit log is off");
}

function category(log: Property): string {
    return log.at("categoryGroup").text ?? log.at("category").text ?? "";
}
