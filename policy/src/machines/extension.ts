import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { scaleSet } from "./machine";

const declared = [
    azure("compute", "VirtualMachineExtension"),
    azure("compute", "VirtualMachineScaleSetExtension"),
    azure("compute", "VirtualMachineScaleSetVMExtension"),
];

/** Everything that installs an extension on a machine. */
export const extended: readonly Selector[] = [...declared, scaleSet];

/** An extension's place in a resource, with the names of its parts: `publisher`, `type`, `settings`. */
export interface Extension {
    at(path: string): Property;
}

/** The list of extensions that a scale set's profile gives to its machines. */
export function extensionList(set: Resource): Property {
    return set.at("virtualMachineProfile.extensionProfile.extensions");
}

/** The known extensions that a resource installs; all of them unless the list of a scale set is unknown. */
export function extensionsOf(resource: Resource): readonly Extension[] {
    return scaleSet.matches(resource.type) ? extensionList(resource).items : [resource];
}

/** The list when it is unknown, so that nobody can say what is on it. */
export function unknownExtensions(resource: Resource): readonly string[] {
    const list = extensionList(resource);
    return scaleSet.matches(resource.type) && list.isUnknown ? [list.path] : [];
}
