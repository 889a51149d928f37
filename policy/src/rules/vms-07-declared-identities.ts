import { must } from "../conditions";
import { machines } from "../machines/machine";
import { Property } from "../plan/property";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { Parameter, planRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const userAssigned = azure("managedidentity", "UserAssignedIdentity");

const otherIdentities: Parameter<string[]> = {
    schema: {
        type: "array",
        items: {
            type: "string",
            pattern:
                "^/subscriptions/[^/]+/resource[gG]roups/[^/]+/providers/Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+$",
        },
        maxItems: 30,
        description: "Ids of user-assigned identities of other stacks that machines may have.",
    },
    default: [],
};

export const vms07 = planRule({
    id: "VMS-07",
    slug: "declared-identities",
    title: "Machines have no identity but user-assigned ones that the plan declares",
    why: "Every user of a machine can get a token for every identity that is attached to it, and nobody reviews the rights of one that is made on the side.",
    remediation:
        "Set identity.type to UserAssigned and identity.userAssignedIdentities to identities of this stack, or name their ids in the parameter otherIdentities.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations",
    references: {
        azurePolicy: ["516187d4-ef64-4a1b-ad6b-a7348502976c"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: machines,
    parameters: { otherIdentities },
    judge: (machine, plan, { settings }) => {
        // Without an identity a machine gets no token at all, which is Azure's default.
        const identity = machine.at("identity");
        return identity.isAbsent ? pass : all(typed(identity), declared(identity, machine, plan, settings.otherIdentities));
    },
});

function typed(identity: Property): Verdict {
    return must(identity.at("type"), "UserAssigned or None", (type) => isNone(type) || isText(type, "UserAssigned"));
}

function declared(identity: Property, machine: Resource, plan: Plan, others: readonly string[]): Verdict {
    const list = identity.at("userAssignedIdentities");
    const known = plan.referents(machine, "identity", userAssigned);
    if (list.isUnknown) {
        return onlyIdentities(machine, plan) ? pass : undecided(list.path);
    }
    const named = [...list.keys, ...list.items.map((item) => item.text).filter((id) => id !== undefined)];
    const open = list.items.filter((item) => item.isUnknown);
    const allowed = new Set(others.map((id) => id.toLowerCase()));
    const strange = named.filter((id) => !allowed.has(id.toLowerCase()) && !known.some((resource) => isNamedBy(resource, id)));
    const unnamed = known.filter((resource) => !named.some((id) => isNamedBy(resource, id)));
    return all(
        named.length + open.length > 0 || isNone(identity.at("type").value)
            ? pass
            : fail(`${list.path} is ${list.shown}; it must name identities`),
        fail(...strange.map((id) => `${list.path} names ${id}, which this plan does not declare`)),
        undecided(...(open.length > unnamed.length ? open.map((item) => item.path) : [])),
    );
}

/** Whether an id is the identity's; the engine tells a pack no ids, and then its name decides. */
function isNamedBy(identity: Resource, id: string): boolean {
    const own = identity.facts.id;
    const name = identity.at("resourceName");
    const ending = own ?? `/userAssignedIdentities/${name.text}`;
    return (own === undefined && name.isUnknown) || id.toLowerCase().endsWith(ending.toLowerCase());
}

/** A list of which nothing is known yet is made of declared identities when nothing else is in it. */
function onlyIdentities(machine: Resource, plan: Plan): boolean {
    const sources = machine.facts.propertyDependencies["identity"] ?? [];
    return sources.length > 0 && sources.every((urn) => userAssigned.matches(plan.find(urn)?.type ?? ""));
}

function isNone(type: unknown): boolean {
    return isText(type, "None");
}

function isText(value: unknown, wanted: string): boolean {
    return typeof value === "string" && value.toLowerCase() === wanted.toLowerCase();
}
