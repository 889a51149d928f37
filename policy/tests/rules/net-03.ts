import { net03 } from "../../src/rules/net-03-only-https";
import { unknown } from "../../src/plan/value";
import { denyRest, group, inbound } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const wide = (who: string) =>
    `securityRules[0] lets ${who} reach port 443; HTTPS is only for ranges of at least /16 (IPv4) or /32 (IPv6), never for a service tag`;
const others = (who: string, port: string) => `securityRules[0] lets ${who} reach ${port}; only port 443 may face the Internet`;

export const suite: Suite = {
    rule: net03,
    sound: [group("nsg", inbound(100, { sourceAddressPrefix: "203.0.0.0/16" }), denyRest)],
    cases: [
        { name: "443 for a narrow range", covers: "pass", reports: {} },
        {
            name: "SSH is the subject of another rule",
            covers: "pass",
            changes: { nsg: set("securityRules.0.destinationPortRange", "22") },
            reports: {},
        },
        {
            name: "443 for everyone, in two halves",
            covers: "fail",
            changes: {
                nsg: inOrder(
                    unset("securityRules.0.sourceAddressPrefix"),
                    set("securityRules.0.sourceAddressPrefixes", ["0.0.0.0/1", "128.0.0.0/1"]),
                ),
            },
            reports: { nsg: [wide("0.0.0.0/1, 128.0.0.0/1")] },
        },
        {
            name: "443 for everyone, in IPv4 addresses that are written as IPv6 ones",
            covers: "fail",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "::ffff:0:0/96") },
            reports: { nsg: [wide("::ffff:0:0/96")] },
        },
        {
            name: "one more port",
            covers: "fail",
            changes: { nsg: set("securityRules.0.destinationPortRange", "443-444") },
            reports: { nsg: [others("203.0.0.0/16", "port 444")] },
        },
        {
            name: "what has no ports",
            covers: "fail",
            changes: { nsg: inOrder(set("securityRules.0.protocol", "Icmp"), set("securityRules.0.destinationPortRange", "*")) },
            reports: { nsg: [others("203.0.0.0/16", "Icmp")] },
        },
        {
            name: "no ports",
            covers: "absent",
            changes: { nsg: unset("securityRules.0.destinationPortRange") },
            reports: {
                nsg: [
                    others(
                        "203.0.0.0/16",
                        "port 0-21, 23-442, 444, 446-1269, 1271-2048, 2050-2374, 2376-3388, 3390-4179, 4181-5984, 5987-6442, 6444-8079, 8081-8786, 8788-8887, 8889-65535",
                    ),
                ],
            },
        },
        { name: "no rules", covers: "parent absent", changes: { nsg: empty }, reports: {} },
        {
            name: "a source that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.0.sourceAddressPrefix") },
            reports: { nsg: [undecided("securityRules[0].sourceAddressPrefix")] },
        },
        {
            name: "Bastion's own subnet",
            covers: "pass",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "Internet") },
            adds: [
                declare(
                    "network:Subnet",
                    "bastion",
                    { subnetName: "AzureBastionSubnet", networkSecurityGroup: { id: unknown } },
                    { networkSecurityGroup: ["nsg"] },
                ),
            ],
            reports: {},
        },
        {
            name: "Bastion's subnet and another one",
            covers: "fail",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "Internet") },
            adds: [
                declare(
                    "network:Subnet",
                    "bastion",
                    { subnetName: "AzureBastionSubnet", networkSecurityGroup: { id: unknown } },
                    { networkSecurityGroup: ["nsg"] },
                ),
                declare(
                    "network:Subnet",
                    "machines",
                    { subnetName: "machines", networkSecurityGroup: { id: unknown } },
                    { networkSecurityGroup: ["nsg"] },
                ),
            ],
            reports: { nsg: [wide("Internet")] },
        },
        {
            name: "perhaps Bastion's subnet",
            covers: "unknown",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "Internet") },
            adds: [
                group("other", denyRest),
                declare(
                    "network:VirtualNetwork",
                    "net",
                    {
                        subnets: [
                            { name: "AzureBastionSubnet", networkSecurityGroup: { id: unknown } },
                            { name: "machines", networkSecurityGroup: { id: unknown } },
                        ],
                    },
                    { subnets: ["nsg", "other"] },
                ),
            ],
            reports: { nsg: [undecided("subnets[0].networkSecurityGroup.id")] },
        },
    ],
};
