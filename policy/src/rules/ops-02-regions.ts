import { must } from "../conditions";
import { Plan } from "../plan/plan";
import { anyAzure } from "../plan/selector";
import { planRule } from "../rule";

export const ops02Regions = planRule({
    id: "OPS-02",
    slug: "regions",
    title: "Everything stands in an allowed region",
    why: "Data that leaves its region leaves the law and the contract it is under, and every byte between regions costs.",
    remediation:
        "Set location to an allowed region, or allow this one in the parameter regions. Without that parameter a plan may use one region: that of most of its resources.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies",
    references: {
        azurePolicy: [
            "e56962a6-4747-49cd-b67b-bf8b01975c4c",
            "e765b5de-1225-4ba3-bd56-1ac6695af988",
            "1e30110a-5ceb-460c-a204-c1c3969c6d62",
        ],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000166", "AZR-000167"],
        kics: [],
    },
    parameters: {
        regions: {
            schema: {
                type: "array" as const,
                items: { type: "string" as const, pattern: "^[a-z0-9]+$" },
                maxItems: 10,
                uniqueItems: true,
                description: "Allowed regions, as westeurope; none of them: one region, whichever most of the plan is in.",
            },
            default: [] as string[],
        },
    },
    subjects: [anyAzure],
    judge: (resource, plan, { settings }) => {
        const allowed = settings.regions.length > 0 ? settings.regions : mainRegion(plan);
        // Azure has no default: it refuses a regional resource without a location, and other resources have none.
        return must(
            resource.at("location"),
            allowed.join(" or "),
            (location) => location === undefined || isEverywhere(location) || allowed.includes(region(location)),
        );
    },
});

const mainRegions = new WeakMap<Plan, readonly string[]>();

/** The region of most resources, of the first of them where two are even; none where no resource has one. */
function mainRegion(plan: Plan): readonly string[] {
    const main = mainRegions.get(plan) ?? mostUsedRegion(plan);
    mainRegions.set(plan, main);
    return main;
}

function mostUsedRegion(plan: Plan): readonly string[] {
    const counts = new Map<string, number>();
    for (const { facts } of plan.select(anyAzure)) {
        const location = facts.inputs["location"];
        if (typeof location === "string" && !isEverywhere(location)) {
            counts.set(region(location), (counts.get(region(location)) ?? 0) + 1);
        }
    }
    return [...counts]
        .sort(([, some], [, others]) => others - some)
        .slice(0, 1)
        .map(([name]) => name);
}

function isEverywhere(location: unknown): boolean {
    return region(location) === "global";
}

/** `West Europe` is `westeurope`. */
function region(location: unknown): string {
    return String(location).replace(/\s/g, "").toLowerCase();
}
