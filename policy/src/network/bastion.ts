import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { pass, passes, undecided, Verdict } from "../verdict";
import { Attachments } from "./attachments";
import { Subnet } from "./subnets";

/**
 * A verdict that does not hold for the security group of Bastion's own subnet, on which Azure wants 443 open to the Internet and
 * SSH and RDP open to the virtual network: https://learn.microsoft.com/azure/bastion/bastion-nsg
 */
export function unlessBastion(guard: Resource, plan: Plan, judge: () => Verdict): Verdict {
    const { cards, subnets, possibleSubnets } = Attachments.of(plan).guardedBy(guard);
    if (cards.length > 0 || !subnets.every(isBastion)) {
        return judge();
    }
    if (subnets.length > 0 && possibleSubnets.length === 0) {
        return pass;
    }
    const perhaps = possibleSubnets.filter(isBastion);
    const verdict = judge();
    return perhaps.length === 0 || passes(verdict)
        ? verdict
        : undecided(...perhaps.map((subnet) => subnet.at("networkSecurityGroup.id").path));
}

function isBastion({ name }: Subnet): boolean {
    return name.text === "AzureBastionSubnet";
}
