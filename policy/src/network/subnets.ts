import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { all, pass, passes, undecided, Verdict } from "../verdict";
import { mayHaveId, securityGroupType, subnetType, Target, targetOf, virtualNetworkType } from "./resources";

/** A subnet: a resource, or an item in a virtual network's list. */
export interface Subnet {
    readonly owner: Resource;
    /** Its name, which is set in other places in the two forms. */
    readonly name: Property;
    /** Its ARM id, once its owner has one. */
    readonly id: string | undefined;
    at(path: string): Property;
    key(path: string): string;
}

/** The subnets that a resource is or declares. */
export function subnetsIn(owner: Resource): readonly Subnet[] {
    if (subnetType.matches(owner.type)) {
        const name = owner.at("subnetName").isAbsent ? owner.at("name") : owner.at("subnetName");
        return [{ owner, name, id: owner.facts.id, at: (path) => owner.at(path), key: (path) => path.split(".")[0]! }];
    }
    return owner.at("subnets").items.map((item) => {
        const name = item.at("name");
        const id = owner.facts.id === undefined ? undefined : `${owner.facts.id}/subnets/${name.text}`;
        return { owner, name, id, at: (path) => item.at(path), key: () => "subnets" };
    });
}

/** Every subnet that a plan shows. */
export function allSubnets(plan: Plan): readonly Subnet[] {
    return plan.select(subnetType, virtualNetworkType).flatMap(subnetsIn);
}

/** The subnets that an id within the input `key` of its owner may mean. */
export function subnetsOf(owner: Resource, key: string, id: Property, subnets: readonly Subnet[], plan: Plan): readonly Subnet[] {
    const owners = plan.referents(owner, key, subnetType, virtualNetworkType).map(({ urn }) => urn);
    return subnets.filter((subnet) => means(id.text, subnet, owners.includes(subnet.owner.urn)));
}

/** Whether an id may be the subnet's. While one of the two is unknown the dependency on its owner and the name decide. */
function means(id: string | undefined, subnet: Subnet, depended: boolean): boolean {
    if (id !== undefined && subnet.id !== undefined) {
        return mayHaveId(subnet.id, id);
    }
    const name = subnet.name.text?.toLowerCase();
    return depended && (id === undefined || name === undefined || id.toLowerCase().endsWith(`/subnets/${name}`));
}

/** The network security group of the subnet. */
export function guardOfSubnet(subnet: Subnet, plan: Plan): Target {
    const key = subnet.key("networkSecurityGroup");
    return targetOf(subnet.owner, key, subnet.at("networkSecurityGroup.id"), plan, securityGroupType);
}

/**
 * Names that Azure reserves for subnets of its own services. It allows no security group there or needs none, and their way out
 * is its own affair.
 * https://learn.microsoft.com/azure/bastion/bastion-nsg
 * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
 * https://learn.microsoft.com/azure/firewall/firewall-faq
 * https://learn.microsoft.com/azure/route-server/route-server-faq
 */
const reserved = [
    "AzureBastionSubnet",
    "AzureFirewallManagementSubnet",
    "AzureFirewallSubnet",
    "GatewaySubnet",
    "RouteServerSubnet",
];

/** Every subnet that a resource is or declares satisfies this, except those for services of Azure. */
export function eachOwnSubnet(owner: Resource, judge: (subnet: Subnet) => Verdict): Verdict {
    const list = owner.at("subnets");
    const verdicts = subnetsIn(owner).map((subnet) => unlessReserved(subnet, judge(subnet)));
    return virtualNetworkType.matches(owner.type) && list.isUnknown ? undecided(list.path) : all(...verdicts);
}

function unlessReserved({ name }: Subnet, verdict: Verdict): Verdict {
    if (name.isUnknown && !passes(verdict)) {
        return undecided(name.path);
    }
    return reserved.includes(name.text ?? "") ? pass : verdict;
}
