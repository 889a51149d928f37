import { mustBe, mustBeSet } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all, pass, passes } from "../verdict";

export const sto11 = resourceRule({
    id: "STO-11",
    slug: "own-encryption",
    title: "Storage accounts encrypt twice, with a key of their owner",
    why: "With one layer and a key of the service, the owner cannot lock the data by taking the key away.",
    remediation:
        "Set encryption.requireInfrastructureEncryption to true, keySource to Microsoft.Keyvault, and name a key of a vault.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
    references: {
        azurePolicy: ["4733ea7b-a883-42fe-8cac-97454c2a9e4a", "6fac406b-40ca-413b-bf8e-0bf964659c25"],
        mcsb: ["DP-5"],
        cis: ["3.0.0:4.2", "3.0.0:6.1.3"],
        checkov: ["CKV2_AZURE_1"],
        trivy: ["AZU-0060", "AZU-0061"],
        psRule: [],
        kics: [],
    },
    subjects: [azure("storage", "StorageAccount")],
    judge: (account) => {
        const own = mustBe(account.at("encryption.keySource"), "Microsoft.Keyvault");
        return all(
            mustBe(account.at("encryption.requireInfrastructureEncryption"), true),
            own,
            passes(own) ? mustBeSet(account.at("encryption.keyVaultProperties.keyName")) : pass,
        );
    },
});
