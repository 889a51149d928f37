import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";

const assignment = azure("authorization", "PolicyAssignment");
const resourceGroup = azure("resources", "ResourceGroup");

/** The built-in policy "Allowed virtual machine size SKUs": https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#compute */
const allowedSizes = "cccc23c7-8427-4f53-ad12-b6a63eb452b3";

/** The lists of sizes that assignments in force allow where this machine is. */
export function allowedSizesFor(machine: Resource, plan: Plan): readonly Property[] {
    return plan
        .select(assignment)
        .filter((one) => isOfSizes(one) && isInForce(one) && covers(one, machine, plan))
        .map((one) => one.at("parameters.listOfAllowedSKUs.value"));
}

function isOfSizes(one: Resource): boolean {
    return one.at("policyDefinitionId").text?.toLowerCase().endsWith(allowedSizes) ?? false;
}

function isInForce(one: Resource): boolean {
    return one.at("enforcementMode").text?.toLowerCase() !== "donotenforce";
}

/** Whether an assignment is on the machine's resource group or above it. */
function covers(one: Resource, machine: Resource, plan: Plan): boolean {
    const scope = one.at("scope").text;
    if (scope !== undefined && !/\/resourceGroups\//i.test(scope)) {
        return true;
    }
    const name = machine.at("resourceGroupName").text;
    return scope === undefined || name === undefined
        ? sharesGroup(one, machine, plan)
        : scope.toLowerCase().endsWith(`/resourcegroups/${name.toLowerCase()}`);
}

/**
 * Pulumi's SDK for Java names no dependency for a group's name that is unknown: a machine of which nobody can say where it is has
 * to obey the assignments of all groups.
 */
function sharesGroup(one: Resource, machine: Resource, plan: Plan): boolean {
    const groups = plan.referents(machine, "resourceGroupName", resourceGroup);
    return (
        (groups.length === 0 && machine.at("resourceGroupName").isUnknown) ||
        plan.referents(one, "scope", resourceGroup).some((group) => groups.includes(group))
    );
}
