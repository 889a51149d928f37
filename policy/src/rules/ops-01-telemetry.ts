import { must, mustBe, mustBeSet } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

const logs = azure("operationalinsights", "Workspace");

export const ops01 = resourceRule({
    id: "OPS-01",
    slug: "telemetry",
    title: "Logs are kept for a quarter of a year, in one place, under Entra ID",
    why: "An intruder is found after months, and whoever has an instrumentation key can write what he likes.",
    remediation:
        "Set retentionInDays of the Log Analytics workspace, workspaceResourceId of Application Insights, and on both disableLocalAuth to true.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure",
    references: {
        azurePolicy: ["6c53d030-cc64-46f0-906d-2bc061cd1334", "d550e854-df1a-4de9-bf44-cd894b39a95e"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_37"],
        trivy: ["AZU-0031"],
        psRule: ["AZR-000069"],
        kics: [],
    },
    parameters: {
        leastDays: {
            schema: { type: "integer" as const, minimum: 30, maximum: 730, description: "How long logs are kept at least." },
            default: 90,
        },
    },
    subjects: [logs, azure("insights", "Component")],
    judge: (resource, { settings: { leastDays } }) =>
        logs.matches(resource.type)
            ? all(
                  must(
                      resource.at("retentionInDays"),
                      `${leastDays} or more`,
                      (days) => typeof days === "number" && days >= leastDays,
                  ),
                  mustBe(resource.at("features.disableLocalAuth"), true),
              )
            : all(mustBeSet(resource.at("workspaceResourceId")), mustBe(resource.at("disableLocalAuth"), true)),
});
