import { firewallParameters, mustBeClosed } from "../firewalls/firewall";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const kv02 = resourceRule({
    id: "KV-02",
    slug: "firewall",
    title: "Key vaults are closed to the Internet",
    why: "A leaked token is enough to read every secret from anywhere.",
    remediation: "Set publicNetworkAccess to Disabled and networkAcls.defaultAction to Deny, and add a private endpoint.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/key-vault/general/network-security",
    references: {
        azurePolicy: [
            "55615ac9-af46-4a59-874e-391cc3dfb490",
            "405c5871-3e91-4644-8a63-58e19d68ff5b",
            "a6abeaec-4d90-4a02-805f-6b26c4d3fbe9",
        ],
        mcsb: ["DP-8", "NS-2"],
        cis: ["2.0.0:8.7"],
        checkov: ["CKV_AZURE_109", "CKV_AZURE_189", "CKV2_AZURE_32"],
        trivy: ["AZU-0013"],
        psRule: ["AZR-000355"],
        kics: [],
    },
    subjects: [azure("keyvault", "Vault")],
    parameters: firewallParameters,
    judge: (vault, { settings }) =>
        mustBeClosed(
            {
                publicNetworkAccess: vault.at("properties.publicNetworkAccess"),
                defaultAction: vault.at("properties.networkAcls.defaultAction"),
                exceptions: [{ rules: vault.at("properties.networkAcls.ipRules"), key: "value" }],
            },
            settings.selectedNetworks,
        ),
});
