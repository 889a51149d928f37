import { mustBeSet } from "../conditions";
import { isTaggable } from "../operations/taggable";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { anyAzure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const always = ["owner", "costCenter"];

export const ops02Tags = resourceRule({
    id: "OPS-02",
    slug: "tags",
    title: "Everything that takes tags says whose it is and who pays",
    why: "What belongs to nobody is never deleted, and its cost is nobody's.",
    remediation: "Set tags.owner and tags.costCenter.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-tagging",
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
        more: {
            schema: {
                type: "array" as const,
                items: { type: "string" as const, minLength: 1, maxLength: 512 },
                maxItems: 20,
                uniqueItems: true,
                description: "Tags that are wanted besides owner and costCenter.",
            },
            default: [] as string[],
        },
    },
    subjects: [anyAzure],
    judge: (resource, { settings }) => (takesTags(resource) ? hasTags(resource.at("tags"), [...always, ...settings.more]) : pass),
});

/** A type that the list does not know, of a later provider, takes tags if it has some. */
function takesTags(resource: Resource): boolean {
    return isTaggable(resource.type) || "tags" in resource.facts.inputs;
}

function hasTags(tags: Property, wanted: readonly string[]): Verdict {
    return tags.isUnknown ? undecided(tags.path) : all(...wanted.map((name) => hasTag(tags, name)));
}

/** Names of tags do not distinguish case: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
function hasTag(tags: Property, name: string): Verdict {
    const given = tags.keys.find((key) => key.toLowerCase() === name.toLowerCase());
    return given === undefined ? fail(`tags has no ${name}`) : mustBeSet(tags.child(given));
}
