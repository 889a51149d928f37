import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";

export const securityGroupType = azure("network", "NetworkSecurityGroup");
export const securityRuleType = azure("network", "SecurityRule");
export const applicationSecurityGroupType = azure("network", "ApplicationSecurityGroup");
export const virtualNetworkType = azure("network", "VirtualNetwork");
export const subnetType = azure("network", "Subnet");
export const interfaceType = azure("network", "NetworkInterface");

/** What an id in a plan leads to. */
export type Target =
    | { readonly kind: "resource"; readonly resource: Resource }
    /** No id is there. */
    | { readonly kind: "nothing" }
    /** An id of something that is not in the plan. */
    | { readonly kind: "elsewhere" }
    /** Not known before the update, and what the owner depends on does not tell it either. */
    | { readonly kind: "unknown"; readonly path: string };

/**
 * The resource whose id is at a place within the top-level input `key` of its owner. While one of the two ids is unknown it is
 * the only resource of that type of which the input has outputs; with several of them nothing says which.
 */
export function targetOf(owner: Resource, key: string, id: Property, plan: Plan, type: Selector): Target {
    if (id.isAbsent) {
        return { kind: "nothing" };
    }
    const [only, ...others] = plan.referents(owner, key, type).filter((referent) => mayHaveId(referent.facts.id, id.text));
    if (only === undefined) {
        return id.isUnknown ? { kind: "unknown", path: id.path } : { kind: "elsewhere" };
    }
    return others.length === 0 ? { kind: "resource", resource: only } : { kind: "unknown", path: id.path };
}

/** The engine tells a pack no ids, so that an id in an input may be known while its resource's own is not. */
export function mayHaveId(id: string | undefined, text: string | undefined): boolean {
    return id === undefined || text === undefined || id.toLowerCase() === text.toLowerCase();
}
