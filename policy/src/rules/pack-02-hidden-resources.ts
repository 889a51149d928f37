import { hiding } from "../escape/hidden";
import { Selector } from "../plan/selector";
import { resourceRule } from "../rule";
import { fail, pass } from "../verdict";

const hides: Selector = { name: "what may hide Azure resources", matches: (type) => hiding(type) !== undefined };

export const pack02 = resourceRule({
    id: "PACK-02",
    slug: "hidden-resources",
    title: "Every Azure resource is in the plan, under a type that this pack knows",
    why: "A template, a script or another provider builds what no other rule here can see.",
    remediation:
        "Declare the resources with azure-native; for a type that makes nothing in Azure here, list it in the parameter allow.",
    severity: "high",
    level: "mandatory",
    url: "https://www.pulumi.com/docs/insights/policy/",
    references: { azurePolicy: [], mcsb: [], cis: [], checkov: [], trivy: [], psRule: [], kics: [] },
    parameters: {
        allow: {
            schema: {
                type: "array" as const,
                items: { type: "string" as const, pattern: "^[^:*]+:[^:*]+:[^:*]+$" },
                maxItems: 20,
                uniqueItems: true,
                description: "Whole types that are known to hide nothing here, as command:local:Command.",
            },
            default: [] as string[],
        },
    },
    subjects: [hides],
    judge: ({ type }, { settings }) => (settings.allow.includes(type) ? pass : fail(`a resource of this type ${hiding(type)}`)),
});
