import { machines } from "../machines/machine";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { identity } from "./holder";
import { Power } from "./permission";
import { becomingOthers, commandingMachines, controllingComputes, controllingMachines } from "./powers";
import { Scope } from "./scope";

/** A power over others, and on which resources it has an effect. */
export interface Target {
    readonly power: Power;
    readonly resources: readonly Selector[];
    /** The same resources by the beginning of their ARM type, in lower case. */
    readonly armTypes: readonly string[];
    /** Whether the power harms even on a machine that has the identity. */
    readonly onOwn: boolean;
}

const ofMachines = {
    resources: machines,
    armTypes: ["microsoft.compute/virtualmachines", "microsoft.compute/virtualmachinescalesets"],
};

export const targets: readonly Target[] = [
    { power: commandingMachines, ...ofMachines, onOwn: true },
    { power: controllingMachines, ...ofMachines, onOwn: false },
    {
        power: controllingComputes,
        resources: [azure("machinelearningservices", "Workspace"), azure("machinelearningservices", "Compute")],
        armTypes: ["microsoft.machinelearningservices/workspaces"],
        onOwn: false,
    },
    {
        power: becomingOthers,
        resources: [identity],
        armTypes: ["microsoft.managedidentity/userassignedidentities"],
        onOwn: true,
    },
];

/** Whether a scope holds resources that the power harms, when these machines have the identity; in a group there may be any. */
export function isHarmful(target: Target, scope: Scope, own: readonly Resource[]): boolean {
    if (scope.reach !== "resource") {
        return scope.reach !== undefined;
    }
    return holds(target, scope) && (target.onOwn || !isOneOf(own, scope));
}

function holds({ resources, armTypes }: Target, { origins, type }: Scope): boolean {
    return (
        origins.some((origin) => resources.some((selector) => selector.matches(origin.type))) ||
        armTypes.some((armType) => type === armType || type?.startsWith(`${armType}/`))
    );
}

function isOneOf(own: readonly Resource[], { origins, name }: Scope): boolean {
    return origins.length > 0
        ? origins.every(({ urn }) => own.some((machine) => machine.urn === urn))
        : own.some((machine) => namesOf(machine).includes(name));
}

/** What a machine is called in Azure. */
function namesOf(machine: Resource): readonly (string | undefined)[] {
    return ["vmName", "vmScaleSetName", "computeName"].map((key) => machine.at(key).text?.toLowerCase());
}
