import { hasPrivateEndpoint } from "../joins/private-endpoints";
import { azure } from "../plan/selector";
import { planRule } from "../rule";

export const aml02 = planRule({
    id: "AML-02",
    slug: "private-endpoint",
    title: "A private endpoint leads to each machine-learning workspace",
    why: "Without one, the only way to the workspace is through the Internet.",
    remediation:
        "Add a network:PrivateEndpoint whose privateLinkServiceConnections name the workspace and the group amlworkspace.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link",
    references: {
        azurePolicy: ["45e05259-1eb5-4f70-9574-baf73e9d219b", "7838fd83-5cbb-4b5d-888c-bfa240972597"],
        mcsb: ["NS-2"],
        cis: [],
        checkov: ["CKV_AZURE_243"],
        trivy: [],
        psRule: [],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    judge: (workspace, plan) =>
        hasPrivateEndpoint(workspace, plan, "amlworkspace", "no private endpoint leads to its group amlworkspace"),
});
