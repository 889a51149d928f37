import { net08 } from "../../src/rules/net-08-subnet-security-group";
import { unknown } from "../../src/plan/value";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: net08,
    sound: [
        declare("network:VirtualNetwork", "net", {
            subnets: [
                { name: "machines", networkSecurityGroup: { id: unknown } },
                { name: "AzureBastionSubnet" },
                { name: "GatewaySubnet" },
                { name: "AzureFirewallSubnet" },
            ],
        }),
        declare("network:Subnet", "own", { subnetName: "own", networkSecurityGroup: { id: "/nsg" } }),
    ],
    cases: [
        { name: "each has one, or a name that Azure reserves", covers: "pass", reports: {} },
        {
            name: "in the network's list",
            covers: "fail",
            changes: { net: set("subnets.0.networkSecurityGroup", {}) },
            reports: { net: ["subnets[0].networkSecurityGroup.id is not set; it must be set"] },
        },
        {
            name: "a name that only resembles a reserved one",
            covers: "fail",
            changes: { net: set("subnets.1.name", "AzureBastionSubnet2") },
            reports: { net: ["subnets[1].networkSecurityGroup.id is not set; it must be set"] },
        },
        {
            name: "a subnet of its own without one",
            covers: "absent",
            changes: { own: unset("networkSecurityGroup") },
            reports: { own: ["networkSecurityGroup.id is not set; it must be set"] },
        },
        {
            name: "nothing is set",
            covers: "parent absent",
            changes: { own: empty, net: empty },
            reports: { own: ["networkSecurityGroup.id is not set; it must be set"] },
        },
        {
            name: "the list is not known",
            covers: "unknown",
            changes: { net: hide("subnets") },
            reports: { net: [undecided("subnets")] },
        },
        {
            name: "an unknown name hides no other subnet",
            covers: "unknown",
            changes: { net: inOrder(hide("subnets.1.name"), unset("subnets.0.networkSecurityGroup")) },
            reports: { net: ["subnets[0].networkSecurityGroup.id is not set; it must be set", undecided("subnets[1].name")] },
        },
    ],
};
