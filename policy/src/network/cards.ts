import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { all, undecided, Verdict } from "../verdict";
import { interfaceType, securityGroupType, Target, targetOf } from "./resources";
import { Group } from "./security-rule";
import { groupAt } from "./security-group";
import { Subnet, subnetsOf } from "./subnets";

export const scaleSetType = azure("compute", "VirtualMachineScaleSet");
export const machineType = azure("compute", "VirtualMachine");
export const memberType = azure("compute", "VirtualMachineScaleSetVM");

/** Everything that has network interfaces: one that is a resource, and what makes them from a profile of its own. */
export const cardOwners: readonly Selector[] = [interfaceType, scaleSetType, machineType, memberType];

const profiles: readonly (readonly [Selector, string])[] = [
    [scaleSetType, "virtualMachineProfile.networkProfile.networkInterfaceConfigurations"],
    [machineType, "networkProfile.networkInterfaceConfigurations"],
    [memberType, "networkProfileConfiguration.networkInterfaceConfigurations"],
];

/** A network interface: a resource, or a configuration in a profile. */
export interface Card {
    readonly owner: Resource;
    at(path: string): Property;
    /** The top-level input of its owner that holds a path. */
    key(path: string): string;
}

/** The list of the configurations in a resource's profile; undefined for a resource that has no profile. */
function configurations(owner: Resource): Property | undefined {
    const [, path] = profiles.find(([type]) => type.matches(owner.type)) ?? [];
    return path === undefined ? undefined : owner.at(path);
}

/** The network interfaces that a resource is or makes. */
export function cardsOf(owner: Resource): readonly Card[] {
    const list = configurations(owner);
    if (list === undefined) {
        return [{ owner, at: (path) => owner.at(path), key: (path) => path.split(".")[0]! }];
    }
    const key = list.path.split(".")[0]!;
    return list.items.map((item) => ({ owner, at: (path) => item.at(path), key: () => key }));
}

/** Every network interface that a resource is or makes satisfies this. */
export function eachCard(owner: Resource, judge: (card: Card) => Verdict): Verdict {
    const list = configurations(owner);
    return list?.isUnknown === true ? undecided(list.path) : all(...cardsOf(owner).map(judge));
}

/** The network security group of the interface itself. */
export function guardOf(card: Card, plan: Plan): Target {
    return targetOf(card.owner, card.key("networkSecurityGroup"), card.at("networkSecurityGroup.id"), plan, securityGroupType);
}

/** The subnet of a card, if all of its addresses are certainly in one that the plan shows. */
export function subnetOf(card: Card, subnets: readonly Subnet[], plan: Plan): Subnet | undefined {
    const ids = card.at("ipConfigurations").items.map((configuration) => configuration.at("subnet.id"));
    const candidates = ids.map((id) => subnetsOf(card.owner, card.key("ipConfigurations"), id, subnets, plan));
    const [first] = candidates[0] ?? [];
    return candidates.every((each) => each.length === 1 && each[0] === first) ? first : undefined;
}

/** The application security groups of a card; undefined if the plan does not tell all of them. */
export function groupsOf(card: Card, plan: Plan): readonly Group[] | undefined {
    const list = card.at("ipConfigurations");
    const places = list.items.map((configuration) => configuration.at("applicationSecurityGroups"));
    const groups = places.flatMap((place) =>
        place.items.map((item) => groupAt(card.owner, card.key("ipConfigurations"), item.at("id"), plan)),
    );
    const isTold = !list.isUnknown && places.every((place) => !place.isUnknown) && groups.every((group) => group.isKnown);
    return isTold ? groups : undefined;
}
