import { net10, net10Guarded } from "../../src/rules/net-10-public-address";
import { unknown } from "../../src/plan/value";
import { card, denyRest, group, inbound, subnet } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset, use } from "../support/plans";

const configurations = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";
const address = `${configurations}.0.ipConfigurations.0.publicIPAddressConfiguration`;

export const suite: Suite = {
    rule: net10,
    sound: [
        declare("compute:VirtualMachineScaleSet", "set", {
            virtualMachineProfile: {
                networkProfile: { networkInterfaceConfigurations: [{ ipConfigurations: [{ name: "primary" }] }] },
            },
        }),
        declare("compute:VirtualMachineScaleSetVM", "member", {
            networkProfileConfiguration: { networkInterfaceConfigurations: [{ ipConfigurations: [{ name: "primary" }] }] },
        }),
    ],
    cases: [
        { name: "none", covers: "pass", reports: {} },
        {
            name: "in the profile",
            covers: "fail",
            changes: { set: set(address, { name: "ip" }) },
            reports: {
                set: [`${configurations}[0].ipConfigurations[0].publicIPAddressConfiguration is set; it must not be`],
            },
        },
        {
            name: "in a member's own configuration",
            covers: "fail",
            changes: {
                member: hide(
                    "networkProfileConfiguration.networkInterfaceConfigurations.0.ipConfigurations.0.publicIPAddressConfiguration",
                ),
            },
            reports: {
                member: [
                    "networkProfileConfiguration.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration is set; it must not be",
                ],
            },
        },
        {
            name: "no addresses at all",
            covers: "absent",
            changes: { set: unset(`${configurations}.0.ipConfigurations`) },
            reports: {},
        },
        { name: "no profile", covers: "parent absent", changes: { set: empty }, reports: {} },
        {
            name: "a profile that is not known",
            covers: "unknown",
            changes: { set: hide(configurations) },
            reports: { set: [undecided(configurations)] },
        },
    ],
};

const only443 = (who: string, port: string) =>
    `securityRules[0] lets ${who} reach ${port}; at a public address only 443 may be open`;

export const guardedSuite: Suite = {
    rule: net10Guarded,
    sound: [
        group(
            "inner",
            inbound(100),
            inbound(200, { sourceAddressPrefix: "203.0.113.0/24", destinationPortRange: "22" }),
            denyRest,
        ),
        group("outer", inbound(100, { destinationPortRange: "*" })),
        subnet("subnet", "outer"),
        set("ipConfigurations.0.publicIPAddress", { id: unknown })(card("card", "inner", "subnet")),
        declare("compute:VirtualMachine", "machine", { networkProfile: { networkInterfaceConfigurations: [] } }),
    ],
    cases: [
        { name: "443, and SSH from a narrow range", covers: "pass", reports: {} },
        {
            name: "another port",
            covers: "fail",
            changes: { inner: set("securityRules.0.destinationPortRange", "443-444") },
            reports: { card: [only443("*", "port 444")] },
        },
        {
            name: "SSH from everywhere",
            covers: "fail",
            changes: { inner: set("securityRules.1.sourceAddressPrefix", "Internet") },
            reports: {
                card: [
                    "securityRules[1] lets Internet reach port 22; SSH is only for ranges of at least /24 (IPv4) or /64 (IPv6), never for a service tag",
                ],
            },
        },
        {
            name: "another port that the subnet's group refuses",
            covers: "pass",
            changes: {
                inner: set("securityRules.0.destinationPortRange", "443-444"),
                outer: set("securityRules.0.destinationPortRange", "443"),
            },
            reports: {},
        },
        {
            name: "a machine that makes its interface, without a group",
            covers: "fail",
            changes: {
                machine: set("networkProfile.networkInterfaceConfigurations.0", {
                    ipConfigurations: [{ publicIPAddressConfiguration: { name: "ip" } }],
                }),
            },
            reports: { machine: ["no security group in this plan guards its public address"] },
        },
        {
            name: "no address",
            covers: "pass",
            changes: {
                inner: empty,
                card: unset("ipConfigurations.0.publicIPAddress"),
            },
            reports: {},
        },
        {
            name: "no group, and the subnet's lets everything in",
            covers: "absent",
            changes: { card: unset("networkSecurityGroup") },
            reports: {
                card: [
                    "securityRules[0] lets * reach port 22; SSH is only for ranges of at least /24 (IPv4) or /64 (IPv6), never for a service tag",
                    only443("*", "port 0-21, 23-442, 444-65535"),
                ],
            },
        },
        { name: "nothing is set", covers: "parent absent", changes: { card: empty }, reports: {} },
        {
            name: "a group that is not known",
            covers: "unknown",
            changes: { card: use("networkSecurityGroup") },
            reports: { card: [undecided("networkSecurityGroup")] },
        },
        {
            name: "perhaps an address, and a group that lets in too much",
            covers: "unknown",
            changes: {
                inner: set("securityRules.0.destinationPortRange", "*"),
                card: inOrder(hide("ipConfigurations.0.publicIPAddress")),
            },
            reports: { card: [undecided("ipConfigurations[0].publicIPAddress")] },
        },
    ],
};
