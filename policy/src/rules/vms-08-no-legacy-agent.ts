import { must } from "../conditions";
import { Extension, extended, extensionsOf, unknownExtensions } from "../machines/extension";
import { resourceRule } from "../rule";
import { all, undecided, Verdict } from "../verdict";

/** The Log Analytics agent, called OMS, by the types and the publisher of its extensions. */
const legacy = {
    types: ["omsagentforlinux", "omsagent", "microsoftmonitoringagent"],
    publisher: "microsoft.enterprisecloud.monitoring",
};

export const vms08 = resourceRule({
    id: "VMS-08",
    slug: "no-legacy-agent",
    title: "The Azure Monitor Agent watches machines, never the legacy agent",
    why: "The legacy agent gets no fixes any more; its management port once let anybody in as root (OMIGOD, CVE-2021-38647).",
    remediation: "Replace the extension by AzureMonitorLinuxAgent of Microsoft.Azure.Monitor.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/azure-monitor/agents/azure-monitor-agent-migration",
    references: {
        azurePolicy: [
            "32ade945-311e-4249-b8a4-a549924234d7",
            "ba6881f9-ab93-498b-8bad-bb91b1d755bf",
            "383c45fa-8b64-4d1c-aa9f-e69d2d879aa4",
        ],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000318", "AZR-000346"],
        kics: [],
    },
    subjects: extended,
    judge: (resource) => all(...extensionsOf(resource).map(isNotLegacy), undecided(...unknownExtensions(resource))),
});

function isNotLegacy(extension: Extension): Verdict {
    return all(
        must(extension.at("type"), "another agent", (type) => !legacy.types.includes(lower(type))),
        must(extension.at("publisher"), "another publisher", (publisher) => lower(publisher) !== legacy.publisher),
    );
}

function lower(value: unknown): string {
    return typeof value === "string" ? value.toLowerCase() : "";
}
