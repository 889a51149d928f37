import { must } from "../conditions";
import { firewallParameters, mustBeClosed } from "../firewalls/firewall";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

export const acr02 = resourceRule({
    id: "ACR-02",
    slug: "firewall",
    title: "Registries are closed to the Internet",
    why: "A leaked token is enough to replace the images that machines run, from anywhere.",
    remediation: "Set sku.name to Premium, publicNetworkAccess to Disabled and networkRuleSet.defaultAction to Deny.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
    references: {
        azurePolicy: [
            "0fdf0491-d080-4575-b627-ad0e843cba0f",
            "d0793b48-0edc-4296-a390-4c75d1bdfd71",
            "e8eef0a8-67cf-4eb4-9386-14b0e78733d4",
        ],
        mcsb: ["NS-2"],
        cis: [],
        checkov: ["CKV_AZURE_139"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [azure("containerregistry", "Registry")],
    parameters: firewallParameters,
    judge: (registry, { settings }) =>
        all(
            must(registry.at("sku.name"), "Premium, the only tier that can be closed", (sku) => /^premium$/i.test(String(sku))),
            mustBeClosed(
                {
                    publicNetworkAccess: registry.at("publicNetworkAccess"),
                    defaultAction: registry.at("networkRuleSet.defaultAction"),
                    exceptions: [{ rules: registry.at("networkRuleSet.ipRules"), key: "iPAddressOrRange" }],
                },
                settings.selectedNetworks,
            ),
        ),
});
