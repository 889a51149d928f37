import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";

const scaleSet = azure("compute", "VirtualMachineScaleSet");

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
