import { mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const aml07 = resourceRule({
    id: "AML-07",
    slug: "no-local-authentication",
    title: "Computes know nobody but Entra ID",
    why: "An SSH account of a node outlives every change of rights.",
    remediation: "Set properties.disableLocalAuth to true.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-integrate-azure-policy",
    references: {
        azurePolicy: ["e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f", "a6f9a2d0-cff7-4855-83ad-4cd750666512"],
        mcsb: ["IM-1"],
        cis: [],
        checkov: ["CKV_AZURE_142"],
        trivy: [],
        psRule: ["AZR-000404"],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Compute")],
    judge: (compute) => mustBe(compute.at("properties.disableLocalAuth"), true),
});
