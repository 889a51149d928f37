import { keepsLogs } from "../joins/diagnostics";
import { azure } from "../plan/selector";
import { planRule } from "../rule";

export const aml06 = planRule({
    id: "AML-06",
    slug: "workspace-logs",
    title: "Machine-learning workspaces keep their logs",
    why: "Without them nobody can say who started which job on which data.",
    remediation:
        "Add an insights:DiagnosticSetting on the workspace that sends the category group allLogs or audit to a Log Analytics workspace.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/monitor-azure-machine-learning",
    references: {
        azurePolicy: ["afe0c3be-ba3b-4544-ba52-0c99672a8ad6", "f59276f0-5740-4aaf-821d-45d185aa210e"],
        mcsb: ["LT-3"],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    judge: (workspace, plan) =>
        keepsLogs(workspace, plan, {
            sufficient: [["allLogs"], ["audit"]],
            failure: "no diagnostic setting keeps the category group allLogs or audit",
        }),
});
