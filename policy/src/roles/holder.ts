import { machines } from "../machines/machine";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { anyAzure, azure } from "../plan/selector";

export const identity = azure("managedidentity", "UserAssignedIdentity");

/** What people's code runs on and gets tokens from; the computes of a workspace are machines, too. */
export const carriers = [...machines, azure("machinelearningservices", "Compute")];

/** Who an assignment is for, as far as the plan shows. */
export type Holder =
    /** An identity, by the names of its resources, and the machines whose users can get its tokens. */
    | { readonly kind: "identity"; readonly names: readonly string[]; readonly machines: readonly Resource[] }
    /** An identity of which the plan does not tell whether a machine has it, because of these places. */
    | { readonly kind: "unclear"; readonly names: readonly string[]; readonly unknowns: readonly string[] }
    /** Somebody whom the plan does not declare. */
    | { readonly kind: "stranger" }
    | { readonly kind: "unknown" };

export function holderOf(assignment: Resource, plan: Plan): Holder {
    const holders = plan.referents(assignment, "principalId", anyAzure).filter(hasPrincipal);
    if (holders.length === 0) {
        return { kind: assignment.at("principalId").isUnknown ? "unknown" : "stranger" };
    }
    const names = holders.map(({ name }) => name);
    const found = [...new Set(holders.flatMap((holder) => machinesWith(holder, plan)))];
    const unknowns = found.length === 0 && holders.some(isUserAssigned) ? unreadableIdentities(plan) : [];
    return unknowns.length > 0 ? { kind: "unclear", names, unknowns } : { kind: "identity", names, machines: found };
}

/** Whether the assignment is for a group or a person and for nothing that runs by itself. */
export function isForPeople(assignment: Resource, plan: Plan): boolean {
    const type = assignment.at("principalType").text?.toLowerCase() ?? "";
    const people = ["user", "group", "foreigngroup"].includes(type);
    return people && plan.referents(assignment, "principalId", anyAzure).filter(hasPrincipal).length === 0;
}

function hasPrincipal(resource: Resource): boolean {
    return isUserAssigned(resource) || !resource.at("identity").isAbsent;
}

function isUserAssigned(resource: Resource): boolean {
    return identity.matches(resource.type);
}

function machinesWith(holder: Resource, plan: Plan): readonly Resource[] {
    if (!isUserAssigned(holder)) {
        return carriers.some((carrier) => carrier.matches(holder.type)) ? [holder] : [];
    }
    const joined = plan.referrers(holder, "identity", ...carriers);
    const name = holder.at("resourceName").text?.toLowerCase();
    return joined.length > 0 || name === undefined ? joined : machinesNaming(name, plan);
}

/** The machines whose identities are written out as ids, as items of a list or keys of a map, this name among them. */
function machinesNaming(name: string, plan: Plan): readonly Resource[] {
    return plan.select(...carriers).filter((machine) => {
        const attached = machine.at("identity.userAssignedIdentities");
        const ids = [...attached.keys, ...attached.items.map((item) => item.text ?? "")];
        return ids.some((id) => id.toLowerCase().endsWith(`/userassignedidentities/${name}`));
    });
}

/** Places at which a machine has an identity that is unknown and comes from none of the plan's identities. */
function unreadableIdentities(plan: Plan): readonly string[] {
    return plan
        .select(...carriers)
        .filter((machine) => plan.referents(machine, "identity", identity).length === 0)
        .flatMap((machine) => machine.at("identity").unknowns.map((path) => `${path} of ${machine.name}`));
}
