import { mayOnlyBe, must, mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { Parameter, resourceRule } from "../rule";
import { all } from "../verdict";

const retentionDays: Parameter<number> = {
    schema: { type: "integer", description: "Days for which what is deleted can be brought back", minimum: 7, maximum: 90 },
    default: 7,
};

export const kv01 = resourceRule({
    id: "KV-01",
    slug: "deletion-protection",
    title: "Deleted vaults, keys and secrets can be brought back",
    why: "Whoever purges a vault takes the keys of all that it encrypts with it.",
    remediation: "Set enablePurgeProtection and enableSoftDelete to true and softDeleteRetentionInDays to a number from 7 to 90.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
    references: {
        azurePolicy: ["0b60c0b2-2dc2-4e1c-b5c9-abbed971de53", "1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d"],
        mcsb: ["DP-8"],
        cis: ["3.0.0:3.3.5"],
        checkov: ["CKV_AZURE_42", "CKV_AZURE_110", "CKV_AZURE_111"],
        trivy: ["AZU-0016"],
        psRule: ["AZR-000124", "AZR-000125"],
        kics: ["7c25f361"],
    },
    subjects: [azure("keyvault", "Vault")],
    parameters: { retentionDays },
    judge: (vault, { settings: { retentionDays: least } }) =>
        all(
            mustBe(vault.at("properties.enablePurgeProtection"), true),
            // On is Azure's default: https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update
            mayOnlyBe(vault.at("properties.enableSoftDelete"), true),
            // Azure's default is long enough, but a name cannot be used again before it is over: a program must know it.
            must(
                vault.at("properties.softDeleteRetentionInDays"),
                `a number of days from ${least} to 90`,
                (days) => typeof days === "number" && days >= least && days <= 90,
            ),
        ),
});
