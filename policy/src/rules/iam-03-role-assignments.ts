import { must } from "../conditions";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { remembered } from "../remembered";
import { roleKey } from "../roles/role";
import { Metadata, planRule, resourceRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const assignment = azure("authorization", "RoleAssignment");

const shared: Pick<Metadata, "id" | "level" | "url" | "references"> = {
    id: "IAM-03",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/role-based-access-control/role-assignments-steps",
    references: {
        azurePolicy: [],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000203"],
        kics: [],
    },
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const iam03 = resourceRule({
    ...shared,
    slug: "roles-go-to-groups",
    title: "Roles go to groups and managed identities, by kind and under a fixed GUID",
    why:
        "Rights of single people outlive their task. Without the kind Azure looks for a new identity before the directory has it, " +
        "and without a fixed name the same assignment is made twice.",
    remediation:
        "Assign to a group or a managed identity, set principalType to say which, and set roleAssignmentName to a GUID that " +
        "follows from what the assignment is for.",
    severity: "medium",
    subjects: [assignment],
    judgedAtUpdate: ["principalType", "roleAssignmentName"],
    judge: (subject) =>
        all(
            must(subject.at("principalType"), "Group or ServicePrincipal", (value) =>
                ["group", "serviceprincipal"].includes(String(value).toLowerCase()),
            ),
            must(subject.at("roleAssignmentName"), "a GUID", (value) => guid.test(String(value))),
        ),
});

export const iam03Once = planRule({
    ...shared,
    slug: "roles-are-given-once",
    title: "Nobody is given the same role on the same scope twice",
    why: "Azure refuses the second assignment, in the middle of the update.",
    remediation: "Remove one of the two assignments.",
    severity: "medium",
    subjects: [assignment],
    judge: (subject, plan) => all(...othersOf(subject, plan).map((other) => judgePair(subject, other, plan))),
});

/** Other assignments to the same principal. */
function othersOf(subject: Resource, plan: Plan): readonly Resource[] {
    const holder = origin(subject, "principalId");
    const all = holder === undefined ? [] : (assignmentsByHolder(plan).get(holder) ?? []);
    return all.filter((other) => other.urn !== subject.urn);
}

const assignmentsByHolder = remembered((plan: Plan): ReadonlyMap<string | undefined, readonly Resource[]> => {
    const groups = new Map<string | undefined, Resource[]>();
    for (const one of plan.select(assignment)) {
        const holder = origin(one, "principalId");
        const group = groups.get(holder) ?? [];
        group.push(one);
        groups.set(holder, group);
    }
    return groups;
});

function judgePair(subject: Resource, other: Resource, plan: Plan): Verdict {
    const sameScope = isSame(origin(subject, "scope"), origin(other, "scope"));
    if (!sameScope || !isSame(roleKey(subject, plan), roleKey(other, plan))) {
        return pass;
    }
    // Two unknown scopes that come from one resource may be its id, or ids of two parts of it.
    return subject.at("scope").isUnknown
        ? undecided(`whether scope is that of ${other.name}, which gives the same role to the same principal,`)
        : fail(`${other.name} gives the same role to the same principal on the same scope`);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
    return one !== undefined && one === other;
}

/** What tells a scope or a principal: its text, as Azure compares it, or the resources that an unknown one comes from. */
function origin(subject: Resource, key: string): string | undefined {
    const text = subject.at(key).text;
    const urns = subject.facts.propertyDependencies[key] ?? [];
    if (text !== undefined) {
        return `/${text
            .trim()
            .toLowerCase()
            .split("/")
            .filter((step) => step !== "")
            .join("/")}`;
    }
    return urns.length > 0 ? [...urns].sort().join() : undefined;
}
