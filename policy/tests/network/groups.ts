import { unknown, Value, Values } from "../../src/plan/value";
import { declare, Declared } from "../support/plans";

/** An inbound rule as azure-native takes it; what a test is about is changed in it. */
export function inbound(priority: number, changed: Values = {}): Values {
    return {
        name: `rule-${priority}`,
        priority,
        direction: "Inbound",
        access: "Allow",
        protocol: "Tcp",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationAddressPrefix: "*",
        destinationPortRange: "443",
        ...changed,
    };
}

/** The rule that refuses everything that is left. */
export const denyRest = inbound(4096, { access: "Deny", protocol: "*", destinationPortRange: "*" });

/** A network security group with these rules. */
export function group(name: string, ...securityRules: readonly Value[]): Declared {
    return declare("network:NetworkSecurityGroup", name, { securityRules });
}

/** A subnet that a group guards. */
export function subnet(name: string, guard: string): Declared {
    return declare("network:Subnet", name, { networkSecurityGroup: { id: unknown } }, { networkSecurityGroup: [guard] });
}

/** An interface in a subnet, with a group of its own. */
export function card(name: string, guard: string, inSubnet: string): Declared {
    return declare(
        "network:NetworkInterface",
        name,
        { networkSecurityGroup: { id: unknown }, ipConfigurations: [{ name: "primary", subnet: { id: unknown } }] },
        { networkSecurityGroup: [guard], ipConfigurations: [inSubnet] },
    );
}
