import { mustBe } from "../conditions";
import { judgeJoined } from "../joins/joined";
import { Plan } from "../plan/plan";
import { azure } from "../plan/selector";
import { planRule } from "../rule";
import { all, some, Verdict } from "../verdict";

/** Microsoft Defender for Cloud. azure-native 2.10.0 does not have it; newer versions do. */
const pricing = azure("security", "Pricing");

export const acr03 = planRule({
    id: "ACR-03",
    slug: "image-hygiene",
    title: "Registries hold back unknown images, drop stale ones and keep all from being carried away",
    why: "An image that nobody has scanned, or that nobody needs any more, is run one day.",
    remediation:
        "Enable quarantinePolicy and retentionPolicy, disable exportPolicy, and buy the plan Containers with security:Pricing.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy",
    references: {
        azurePolicy: ["524b0254-c285-4903-bee6-bb8126cde579", "090c7b07-b4ed-4561-ad20-e9075f3ccaff"],
        mcsb: ["DS-6", "PV-6"],
        cis: [],
        checkov: ["CKV_AZURE_163", "CKV_AZURE_164", "CKV_AZURE_166", "CKV_AZURE_167"],
        trivy: [],
        psRule: ["AZR-000002", "AZR-000003", "AZR-000008", "AZR-000009", "AZR-000010"],
        kics: [],
    },
    subjects: [azure("containerregistry", "Registry")],
    judge: (registry, plan) =>
        all(
            mustBe(registry.at("policies.quarantinePolicy.status"), "enabled"),
            mustBe(registry.at("policies.retentionPolicy.status"), "enabled"),
            mustBe(registry.at("policies.exportPolicy.status"), "disabled"),
            imagesAreScanned(plan),
        ),
});

/** Scanning is bought for a subscription. */
function imagesAreScanned(plan: Plan): Verdict {
    return some(
        plan
            .select(pricing)
            .map((one) =>
                judgeJoined(one, (seen) =>
                    all(mustBe(seen.at("pricingName"), "Containers"), mustBe(seen.at("pricingTier"), "Standard")),
                ),
            ),
        "no security:Pricing has its images scanned",
    );
}
