import { mayOnlyBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const sto05 = resourceRule({
    id: "STO-05",
    slug: "trusted-services",
    title: "Only trusted services pass by the firewall of a storage account",
    why: "Logging and Metrics let anonymous readers of these logs in; None locks out the services that the account works with.",
    remediation: "Set networkRuleSet.bypass to AzureServices.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/storage-network-security-trusted-azure-services",
    references: {
        azurePolicy: ["c9d007d0-c057-4772-b18c-01e546713bcd"],
        mcsb: [],
        cis: ["3.0.0:4.8"],
        checkov: ["CKV_AZURE_36"],
        trivy: ["AZU-0010"],
        psRule: [],
        kics: ["e25b56cd"],
    },
    subjects: [azure("storage", "StorageAccount")],
    // It is also Azure's default: https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create#networkruleset
    judge: (account) => mayOnlyBe(account.at("networkRuleSet.bypass"), "AzureServices"),
});
