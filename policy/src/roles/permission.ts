import { Property } from "../plan/property";
import { remembered } from "../remembered";
import { overlap, Patterns } from "./pattern";

/** Actions as a role lists them, each with the place where it does. */
export interface Listed {
    readonly actions: readonly Action[];
    /** Paths of what is not known yet. */
    readonly unknowns: readonly string[];
}

export interface Action {
    readonly path: string;
    readonly pattern: string;
}

/** What one entry of a role's permissions grants: its actions without its not-actions, on both planes. */
export interface Permission {
    readonly actions: Listed;
    readonly notActions: Listed;
    readonly dataActions: Listed;
    readonly notDataActions: Listed;
}

/** Actions that are dangerous for the same reason. */
export interface Power {
    /** Completes "it may ...". */
    readonly name: string;
    readonly actions: Patterns;
    readonly dataActions: Patterns;
    /** Whether only a wildcard that covers several resource providers gives it. */
    readonly acrossProviders?: boolean;
}

/** What of a role gives a power, and which unknown parts of it may. */
export interface Possession {
    readonly by: readonly Action[];
    readonly unknowns: readonly string[];
}

export function permissionsOf(definition: Property): readonly Permission[] {
    return definition.items.map((permission) => ({
        actions: listed(permission.at("actions")),
        notActions: listed(permission.at("notActions")),
        dataActions: listed(permission.at("dataActions")),
        notDataActions: listed(permission.at("notDataActions")),
    }));
}

/** Which of the actions give the power, in the effective permissions: a not-action takes away from its own entry only. */
export function possession(permissions: readonly Permission[], power: Power, within: Patterns = ["*"]): Possession {
    const known = possessions(permissions)(power);
    const key = within.join();
    const found = known.get(key) ?? possessionWithin(permissions, power, within);
    known.set(key, found);
    return found;
}

/** A role is assigned many times. What it gives is kept by role, power, and where. */
const possessions = remembered((_: readonly Permission[]) => remembered((_: Power) => new Map<string, Possession>()));

function possessionWithin(permissions: readonly Permission[], power: Power, within: Patterns): Possession {
    const found = permissions.flatMap((permission) => [
        onPlane(permission.actions, permission.notActions, [power.actions, within], power),
        onPlane(permission.dataActions, permission.notDataActions, [power.dataActions, within], power),
    ]);
    return { by: found.flatMap(({ by }) => by), unknowns: found.flatMap(({ unknowns }) => unknowns) };
}

function onPlane(granted: Listed, withheld: Listed, wanted: readonly Patterns[], power: Power): Possession {
    const excluded = withheld.actions.map(({ pattern }) => pattern);
    const by = granted.actions
        .filter(({ pattern }) => power.acrossProviders !== true || coversProviders(pattern))
        .filter(({ pattern }) => overlap([[pattern], ...wanted], excluded));
    if (wanted.some((patterns) => patterns.length === 0)) {
        return { by, unknowns: [] };
    }
    // What is not known to be withheld may be: then it is open whether the action gives anything.
    return withheld.unknowns.length > 0 && by.length > 0
        ? { by: [], unknowns: [...granted.unknowns, ...withheld.unknowns] }
        : { by, unknowns: granted.unknowns };
}

function coversProviders(pattern: string): boolean {
    return /^[^/]*\*/.test(pattern);
}

/** An action that is neither a text nor unknown is one that nobody can read, and counts as all of them. */
function listed(list: Property): Listed {
    const known = list.items.filter((item) => !item.isUnknown);
    return { actions: known.map((item) => ({ path: item.path, pattern: item.text ?? "*" })), unknowns: list.unknowns };
}
