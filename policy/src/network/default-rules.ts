import { addressesOf } from "./addresses";
import { everyPort } from "./ports";
import { Access, Direction, SecurityRule, Side } from "./security-rule";
import { protocols } from "./traffic";

/**
 * The rules that every network security group ends with.
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
export const defaultRules: readonly SecurityRule[] = [
    rule("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
    rule("AllowAzureLoadBalancerInBound", 65001, "Inbound", "Allow", "AzureLoadBalancer", "*"),
    rule("DenyAllInBound", 65500, "Inbound", "Deny", "*", "*"),
    rule("AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
    rule("AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet"),
    rule("DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*"),
];

function rule(
    label: string,
    priority: number,
    direction: Direction,
    access: Access,
    source: string,
    destination: string,
): SecurityRule {
    return { label, priority, direction, access, protocols, source: side(source), destination: side(destination), doubts: [] };
}

function side(text: string): Side {
    const addresses = addressesOf(text)!;
    return { named: [{ text, addresses }], addresses, groups: [], ports: everyPort };
}
