import { net06 } from "../../src/rules/net-06-lateral-movement";
import { unknown } from "../../src/plan/value";
import { card, group, inbound, subnet } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset, use } from "../support/plans";

const deny = inbound(4000, {
    direction: "Outbound",
    access: "Deny",
    destinationAddressPrefix: "VirtualNetwork",
    destinationPortRange: "22,3389",
});
const reach = (label: string, port: string) =>
    `${label} lets machines reach port ${port} of VirtualNetwork; SSH and RDP to the virtual network must be denied`;
const unguarded = "no security group in this plan keeps it from SSH and RDP to the virtual network";

export const suite: Suite = {
    rule: net06,
    sound: [group("outer"), group("inner", deny), subnet("subnet", "outer"), card("card", "inner", "subnet")],
    cases: [
        { name: "the interface's group denies", covers: "pass", reports: {} },
        {
            name: "the subnet's group denies",
            covers: "pass",
            changes: { outer: set("securityRules.0", deny), inner: empty },
            reports: {},
        },
        {
            name: "each group denies one port",
            covers: "pass",
            changes: {
                outer: set("securityRules", [{ ...deny, destinationPortRange: "22" }]),
                inner: set("securityRules.0.destinationPortRange", 3389),
            },
            reports: {},
        },
        {
            name: "RDP is forgotten",
            covers: "fail",
            changes: { inner: set("securityRules.0.destinationPortRange", "22") },
            reports: { card: [reach("AllowVnetOutBound", "3389")] },
        },
        {
            name: "one neighbour is let through before",
            covers: "fail",
            changes: {
                inner: set("securityRules.1", { ...deny, priority: 100, access: "Allow", destinationAddressPrefix: "10.42.0.9" }),
                outer: set("securityRules", [{ ...deny, access: "Allow", destinationAddressPrefix: "*" }]),
            },
            reports: {
                card: [
                    "securityRules[1] lets machines reach port 22, 3389 of 10.42.0.9; SSH and RDP to the virtual network must be denied",
                ],
            },
        },
        {
            name: "a profile of a scale set",
            covers: "fail",
            adds: [
                declare(
                    "compute:VirtualMachineScaleSet",
                    "set",
                    {
                        virtualMachineProfile: {
                            networkProfile: { networkInterfaceConfigurations: [{ networkSecurityGroup: { id: unknown } }] },
                        },
                    },
                    { virtualMachineProfile: ["outer"] },
                ),
            ],
            reports: { set: [reach("AllowVnetOutBound", "22, 3389")] },
        },
        {
            name: "no group on the interface",
            covers: "absent",
            changes: { card: unset("networkSecurityGroup") },
            reports: { card: [reach("AllowVnetOutBound", "22, 3389")] },
        },
        {
            name: "an interface without anything",
            covers: "parent absent",
            changes: { card: empty },
            reports: { card: [unguarded] },
        },
        {
            name: "a group that is not known, and the other does not deny",
            covers: "unknown",
            changes: { card: use("networkSecurityGroup") },
            reports: { card: [undecided("networkSecurityGroup")] },
        },
        {
            name: "an unknown subnet, and the interface's group does not deny",
            covers: "unknown",
            changes: { inner: empty, card: inOrder(use("ipConfigurations"), set("networkSecurityGroup", { id: unknown })) },
            reports: { card: [undecided("ipConfigurations")] },
        },
        {
            name: "an unknown port of the rule that denies",
            covers: "unknown",
            changes: { inner: hide("securityRules.0.destinationPortRange") },
            reports: { card: [undecided("securityRules[0].destinationPortRange")] },
        },
    ],
};
