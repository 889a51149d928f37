import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { pass, undecided, Verdict } from "../verdict";

/**
 * Whether an input that holds an id names `target` or, with `below`, the part of it at that path. Two ids that are known are
 * compared; else the input's dependency on the target decides.
 */
export function names(id: Property, target: Resource, below = ""): boolean {
    const wanted = target.facts.id;
    return id.text === undefined || wanted === undefined || id.text.toLowerCase() === `${wanted}${below}`.toLowerCase();
}

/** An unknown id with outputs of several resources of the target's type may name any of them. */
export function namesOnly(target: Resource, plan: Plan, resource: Resource, key: string, id: Property): Verdict {
    const alike = { name: target.type, matches: (type: string) => type === target.type };
    return id.isUnknown && plan.referents(resource, key, alike).length > 1 ? undecided(id.path) : pass;
}
