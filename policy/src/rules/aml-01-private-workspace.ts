import { mayOnlyBe, mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

export const aml01 = resourceRule({
    id: "AML-01",
    slug: "private-workspace",
    title: "Machine-learning workspaces do not answer the Internet",
    why: "Whoever has a token of a user, from anywhere, has the models, the data and the computes.",
    remediation:
        "Set publicNetworkAccess to Disabled and leave allowPublicAccessWhenBehindVnet out; a studio that must be public needs a waiver.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link",
    references: {
        azurePolicy: ["438c38d2-3772-465a-a9cc-7a6666a275ce", "a10ee784-7409-4941-b091-663697637c0f"],
        mcsb: ["NS-2"],
        cis: [],
        checkov: ["CKV_AZURE_144", "CKV2_AZURE_49"],
        trivy: [],
        psRule: ["AZR-000406"],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    judge: (workspace) =>
        all(
            mustBe(workspace.at("publicNetworkAccess"), "Disabled"),
            mayOnlyBe(workspace.at("allowPublicAccessWhenBehindVnet"), false),
        ),
});
