import { mustBe, mustBeSet } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

export const aml04 = resourceRule({
    id: "AML-04",
    slug: "customer-managed-key",
    title: "Machine-learning workspaces are encrypted with the customer's own key",
    why: "Only such a key can be taken away from everyone at once, Microsoft included.",
    remediation: "Set encryption.status to Enabled and encryption.keyVaultProperties to a key of yours.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys",
    references: {
        azurePolicy: ["ba769a63-b8cc-4b2d-abf6-ac33c7204be8", "7f40cee6-e933-4d0f-a782-b96615e0f4a6"],
        mcsb: ["DP-5"],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    judge: (workspace) =>
        all(
            mustBe(workspace.at("encryption.status"), "Enabled"),
            mustBeSet(workspace.at("encryption.keyVaultProperties.keyIdentifier")),
        ),
});
