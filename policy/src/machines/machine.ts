import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { pass, undecided, Verdict } from "../verdict";

export const scaleSet = azure("compute", "VirtualMachineScaleSet");

/** Everything that is or makes a virtual machine. */
export const machines = [azure("compute", "VirtualMachine"), scaleSet, azure("compute", "VirtualMachineScaleSetVM")];

/**
 * The place that all machines have by this name: in the profile of a scale set, in the inputs of any other. For what a machine
 * is made of, as `osProfile`, `securityProfile`, `storageProfile`, `networkProfile`, `userData`; not for `identity`, which is
 * always in the inputs.
 */
export function machinePart(machine: Resource, path: string): Property {
    return machine.at(scaleSet.matches(machine.type) ? `virtualMachineProfile.${path}` : path);
}

/** The size, as in `Standard_NC24ads_A100_v4`. */
export function machineSize(machine: Resource): Property {
    return machine.at(scaleSet.matches(machine.type) ? "sku.name" : "hardwareProfile.vmSize");
}

/**
 * The verdict on a machine. A Flexible scale set without a profile makes none: its members are declared, and judged, one by one.
 * Only a set that says Flexible is taken for one, because Azure's own default has changed with the API version:
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
 */
export function unlessShell(machine: Resource, judge: () => Verdict): Verdict {
    // The second look is for sets without a profile: `ignoreChanges` must not keep an old one alive.
    if (!scaleSet.matches(machine.type) || hasProfile(machine) || !machine.at("virtualMachineProfile").isAbsent) {
        return judge();
    }
    const mode = machine.at("orchestrationMode");
    return mode.isUnknown ? undecided(mode.path) : mode.text?.toLowerCase() === "flexible" ? pass : judge();
}

/** Without telling that the whole profile is looked at: a rule looks only at its own part. */
function hasProfile(set: Resource): boolean {
    return (set.facts.inputs["virtualMachineProfile"] ?? undefined) !== undefined;
}
