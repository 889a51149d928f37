import { must, mustBeSet } from "../conditions";
import { azure } from "../plan/selector";
import { Parameter, resourceRule } from "../rule";
import { all, pass } from "../verdict";

const secret = azure("keyvault", "Secret");

/** The default refuses no more than dates that mean never. */
const longestDays: Parameter<number> = {
    schema: { type: "integer", description: "Days within which a secret or key must expire", minimum: 1, maximum: 3650 },
    default: 3650,
};

export const kv04 = resourceRule({
    id: "KV-04",
    slug: "expiry",
    title: "Secrets and keys expire, and secrets say what they are",
    why: "What never expires is never replaced; what nobody can name, nobody dares to replace.",
    remediation: "Set properties.attributes.expires, in seconds since 1970, and for a secret properties.contentType.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices",
    references: {
        azurePolicy: [
            "98728c90-32c7-4049-8429-847dc0f4fe37",
            "152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0",
            "75262d3e-ba4a-4f43-85f8-9f72c090e5e3",
        ],
        mcsb: ["DP-6"],
        cis: ["3.0.0:3.3.3"],
        checkov: ["CKV_AZURE_40", "CKV_AZURE_41", "CKV_AZURE_114"],
        trivy: ["AZU-0014", "AZU-0015", "AZU-0017"],
        psRule: ["AZR-000123"],
        kics: ["cff9c3f7"],
    },
    subjects: [secret, azure("keyvault", "Key")],
    parameters: { longestDays },
    // Programs reckon it from the time of the update.
    judgedAtUpdate: ["properties.attributes.expires"],
    judge: (item, { now, settings }) => {
        const seconds = now.getTime() / 1000;
        const latest = seconds + settings.longestDays * 86_400;
        return all(
            must(
                item.at("properties.attributes.expires"),
                `a time, in seconds, within the next ${settings.longestDays} days`,
                (expires) => typeof expires === "number" && expires > seconds && expires <= latest,
            ),
            secret.matches(item.type) ? mustBeSet(item.at("properties.contentType")) : pass,
        );
    },
});
