import { firewallParameters, mustBeClosed } from "../firewalls/firewall";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const sto04 = resourceRule({
    id: "STO-04",
    slug: "firewall",
    title: "Storage accounts are closed to the Internet",
    why: "A leaked key or token is enough to read everything from anywhere.",
    remediation: "Set publicNetworkAccess to Disabled and networkRuleSet.defaultAction to Deny, and add private endpoints.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    references: {
        azurePolicy: [
            "34c877ad-507e-4c82-993e-3452a6e0ad3c",
            "2a1a9cdf-e04d-429a-8416-3bfb72a1b26f",
            "b2982f36-99f2-4db5-8eff-283140c09693",
            "a06d0189-92e8-4dba-b0c4-08d7669fce7d",
        ],
        mcsb: ["NS-2"],
        cis: ["3.0.0:4.7"],
        checkov: ["CKV_AZURE_35", "CKV_AZURE_59"],
        trivy: ["AZU-0012"],
        psRule: ["AZR-000202"],
        kics: ["d855ced8"],
    },
    subjects: [azure("storage", "StorageAccount")],
    parameters: firewallParameters,
    judge: (account, { settings }) =>
        mustBeClosed(
            {
                publicNetworkAccess: account.at("publicNetworkAccess"),
                defaultAction: account.at("networkRuleSet.defaultAction"),
                exceptions: [
                    { rules: account.at("networkRuleSet.ipRules"), key: "iPAddressOrRange" },
                    // In newer API versions only.
                    { rules: account.at("networkRuleSet.ipv6Rules"), key: "iPAddressOrRange" },
                ],
            },
            settings.selectedNetworks,
        ),
});
