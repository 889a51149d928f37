import { mayOnlyBe, mustBe } from "../conditions";
import { judgeJoined } from "../joins/joined";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { planRule } from "../rule";
import { all, fail, some, undecided, Verdict } from "../verdict";

export const aml05 = planRule({
    id: "AML-05",
    slug: "private-storage",
    title: "Workspaces for data of high business impact keep it in private storage",
    why: "Such a workspace tells Microsoft less; it does not keep anyone from its storage account.",
    remediation: "Set publicNetworkAccess of its storage account to Disabled.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/concept-data-encryption",
    references: {
        azurePolicy: [],
        mcsb: [],
        cis: [],
        checkov: ["CKV2_AZURE_50"],
        trivy: [],
        psRule: [],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    judge: (workspace, plan) =>
        some(
            // Azure's own default is false: https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces
            [mayOnlyBe(workspace.at("hbiWorkspace"), false), isPrivate(workspace, plan)],
            "hbiWorkspace is true, but no storage account of this plan that is closed to the Internet is its storageAccount",
        ),
});

function isPrivate(workspace: Resource, plan: Plan): Verdict {
    const id = workspace.at("storageAccount");
    const accounts = plan.referents(workspace, "storageAccount", azure("storage", "StorageAccount"));
    if (accounts.length === 0) {
        return id.isAbsent ? fail("it has no storage account") : undecided(id.path);
    }
    return all(...accounts.map((account) => judgeJoined(account, (seen) => mustBe(seen.at("publicNetworkAccess"), "Disabled"))));
}
