import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { anyAzure, azure } from "../plan/selector";

/** How far a scope reaches, the widest first. */
export type Reach = "tenant" | "management group" | "subscription" | "resource group" | "resource";

export function isWide(reach: Reach | undefined): boolean {
    return reach === "tenant" || reach === "management group" || reach === "subscription";
}

/**
 * How far an ARM id reaches, however it is spelled. What cannot be read counts as everything.
 *
 * https://learn.microsoft.com/azure/role-based-access-control/scope-overview#scope-format
 */
export function reachOfId(id: string): Reach {
    const steps = stepsOf(id);
    if (steps === undefined || steps[0] !== "subscriptions" || steps.length < 2) {
        return steps?.slice(0, 3).join("/") === "providers/microsoft.management/managementgroups" ? "management group" : "tenant";
    }
    if (steps[2] !== "resourcegroups" || steps.length < 4) {
        return "subscription";
    }
    return steps[4] === "providers" && steps.length >= 8 ? "resource" : "resource group";
}

/** The parts of an id; undefined when it contains anything that lets one path pass for another. */
function stepsOf(id: string): readonly string[] | undefined {
    const steps = id
        .trim()
        .toLowerCase()
        .split("/")
        .filter((step) => step !== "");
    return steps.some((step) => /^\.+$|[%?#\\*\s]/.test(step)) ? undefined : steps;
}

const resourceGroup = azure("resources", "ResourceGroup");
const managementGroups = azure("management", "[A-Za-z]+");
const subscriptions = azure("subscription", "[A-Za-z]+");
const deployments = azure("resources", "Deployment[A-Za-z]*");

/** How far an output of this resource reaches when it is used as a scope; undefined when it may be anything. */
export function reachOfOutput(resource: Resource): Reach | undefined {
    if (resourceGroup.matches(resource.type)) {
        return "resource group";
    }
    if (managementGroups.matches(resource.type)) {
        return "management group";
    }
    if (subscriptions.matches(resource.type)) {
        return "subscription";
    }
    // A resource that has a scope itself gives that away, too; the outputs of a deployment are anybody's.
    const anything = !resource.type.startsWith("azure-native") || deployments.matches(resource.type);
    return anything || !resource.at("scope").isAbsent ? undefined : "resource";
}

/** Where an assignment holds. */
export interface Scope {
    /** Undefined when the preview cannot tell. */
    readonly reach: Reach | undefined;
    /** Provider of the single resource, as in `microsoft.storage`; undefined when it is not one, or not known. */
    readonly provider?: string;
    /** Type and name of the single resource, in lower case; undefined until its id is known. */
    readonly type?: string;
    readonly name?: string;
    /** The resource of the plan that it is, or before it is known those whose outputs are in it. */
    readonly origins: readonly Resource[];
    /** How a message names it. */
    readonly shown: string;
}

/** The scope of an assignment: by its text, and before that is known by the resources it is made of. */
export function scopeOf(assignment: Resource, plan: Plan): Scope {
    const { text, shown } = assignment.at("scope");
    const origins = plan.referents(assignment, "scope", anyAzure);
    if (text !== undefined) {
        const reach = reachOfId(text);
        return {
            reach,
            origins: origins.filter((origin) => hasId(origin, text)),
            shown,
            ...(reach === "resource" ? resourceOfId(text) : {}),
        };
    }
    const made = (assignment.facts.propertyDependencies["scope"] ?? []).map((urn) => plan.find(urn));
    const reach = only(made.map((resource) => (resource === undefined ? undefined : reachOfOutput(resource))));
    const provider = reach === "resource" ? only(origins.map(providerOf)) : undefined;
    return { reach, provider, origins, shown: `that of ${origins.map(({ name }) => name).join(" and ")}` };
}

/** Of a known id it does not matter which outputs the program looked at to make it. */
function hasId(resource: Resource, id: string): boolean {
    return resource.facts.id?.toLowerCase() === id.toLowerCase();
}

function resourceOfId(id: string): { readonly provider: string; readonly type: string; readonly name: string } {
    const steps = stepsOf(id) ?? [];
    const [provider, ...rest] = steps.slice(steps.lastIndexOf("providers") + 1);
    const kinds = rest.filter((_, index) => index % 2 === 0);
    return { provider, type: [provider, ...kinds].join("/"), name: steps[steps.length - 1] };
}

/** The modules of azure-native are named for the providers. */
function providerOf(resource: Resource): string {
    return `microsoft.${resource.type.split(":")[1].split("/")[0]}`;
}

function only<T>(values: readonly T[]): T | undefined {
    return new Set(values).size === 1 ? values[0] : undefined;
}
