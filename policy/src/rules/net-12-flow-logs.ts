import { must, mustBe } from "../conditions";
import { virtualNetworkType } from "../network/resources";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { Parameter, planRule } from "../rule";
import { all, fail, pass, Verdict } from "../verdict";

const flowLogType = azure("network", "FlowLog");

const retentionDays: Parameter<number> = {
    schema: { type: "integer", description: "Days for which flow logs are kept at least.", minimum: 90, maximum: 365 },
    default: 90,
};

export const net12 = planRule({
    id: "NET-12",
    slug: "flow-logs",
    title: "Every virtual network has a flow log that is kept for 90 days",
    why: "Without it nobody can say afterwards which machine talked to whom.",
    remediation: "Add a network:FlowLog with the virtual network as its target, enabled, with a retention of 90 days or more.",
    severity: "low",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
    references: {
        azurePolicy: [
            "c251913d-7d24-4958-af87-478ed3b9ba41",
            "27960feb-a23c-4577-8d36-ef8b5f35e0be",
            "4c3c6c5f-0d47-4402-99b8-aa543dd8bcee",
        ],
        mcsb: [],
        cis: ["2.0.0:5.1.6"],
        checkov: ["CKV_AZURE_12"],
        trivy: ["AZU-0049", "AZU-0073"],
        psRule: [],
        kics: ["564b70f8"],
    },
    parameters: { retentionDays },
    subjects: [virtualNetworkType, flowLogType],
    judge: (subject, plan, { settings }) => {
        if (flowLogType.matches(subject.type)) {
            return isKept(subject, settings.retentionDays);
        }
        const logs = plan.referrers(subject, "targetResourceId", flowLogType);
        return logs.length > 0 ? pass : fail("no flow log records its traffic");
    },
});

/** Azure keeps everything for ever when the number of days is 0. */
function isKept(log: Resource, days: number): Verdict {
    const retention = log.at("retentionPolicy");
    return all(
        mustBe(log.at("enabled"), true),
        mustBe(retention.at("enabled"), true),
        must(retention.at("days"), `at least ${days}, or 0 for ever`, (value) => value === 0 || Number(value) >= days),
    );
}
