import { acr02 } from "../../src/rules/acr-02-firewall";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

function exceptions(...addresses: readonly string[]) {
    return set(
        "networkRuleSet.ipRules",
        addresses.map((address) => ({ iPAddressOrRange: address })),
    );
}

function wide(index: number, address: string): string {
    return `networkRuleSet.ipRules[${index}].iPAddressOrRange is "${address}"; it must be a range of at least /24 (IPv4) or /64 (IPv6)`;
}

export const suite: Suite = {
    rule: acr02,

    sound: [
        declare("containerregistry:Registry", "registry", {
            sku: { name: "Premium" },
            publicNetworkAccess: "Disabled",
            networkRuleSet: { defaultAction: "Deny" },
        }),
    ],
    cases: [
        { name: "closed", covers: "pass", reports: {} },
        {
            name: "closed without a firewall, which Azure would not ask",
            covers: "pass",
            changes: { registry: unset("networkRuleSet") },
            reports: {},
        },
        {
            name: "the public network is on",
            covers: "fail",
            changes: { registry: set("publicNetworkAccess", "Enabled") },
            reports: { registry: ['publicNetworkAccess is "Enabled"; it must be Disabled'] },
        },
        {
            name: "the firewall lets everybody in as soon as the public network is on",
            covers: "fail",
            changes: { registry: set("networkRuleSet.defaultAction", "Allow") },
            reports: { registry: ['networkRuleSet.defaultAction is "Allow"; it must be Deny or not set'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { registry: unset("publicNetworkAccess") },
            reports: { registry: ["publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "everything is known only at the update",
            covers: "unknown",
            changes: { registry: inOrder(hide("publicNetworkAccess"), hide("networkRuleSet")) },
            reports: { registry: [undecided("publicNetworkAccess"), undecided("networkRuleSet")] },
        },
        {
            name: "an unknown exception does not hide that the public network is on",
            covers: "unknown",
            changes: { registry: inOrder(set("publicNetworkAccess", "Enabled"), hide("networkRuleSet.ipRules")) },
            reports: {
                registry: ['publicNetworkAccess is "Enabled"; it must be Disabled', undecided("networkRuleSet.ipRules")],
            },
        },
        {
            name: "few known addresses, where the configuration allows selected networks",
            covers: "pass",
            settings: { selectedNetworks: true },
            changes: { registry: inOrder(set("publicNetworkAccess", "Enabled"), exceptions("203.0.113.7", "198.51.100.0/24")) },
            reports: {},
        },
        {
            name: "two halves of the Internet where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { registry: inOrder(set("publicNetworkAccess", "Enabled"), exceptions("0.0.0.0/1", "128.0.0.0/1")) },
            reports: { registry: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "neither is closed where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { registry: inOrder(set("publicNetworkAccess", "Enabled"), unset("networkRuleSet")) },
            reports: {
                registry: [
                    'publicNetworkAccess is "Enabled" and networkRuleSet.defaultAction is not set; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "everybody, where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { registry: inOrder(set("publicNetworkAccess", "Enabled"), set("networkRuleSet.defaultAction", "Allow")) },
            reports: {
                registry: [
                    'publicNetworkAccess is "Enabled" and networkRuleSet.defaultAction is "Allow"; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "two halves of the Internet behind a closed door",
            covers: "fail",
            changes: { registry: exceptions("0.0.0.0/1", "128.0.0.0/1") },
            reports: { registry: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "a tier that cannot be closed",
            covers: "fail",
            changes: { registry: set("sku.name", "Standard") },
            reports: { registry: ['sku.name is "Standard"; it must be Premium, the only tier that can be closed'] },
        },
        {
            name: "the tier is known only at the update",
            covers: "unknown",
            changes: { registry: hide("sku.name") },
            reports: { registry: [undecided("sku.name")] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { registry: empty },
            reports: {
                registry: [
                    "sku.name is not set; it must be Premium, the only tier that can be closed",
                    "publicNetworkAccess is not set; it must be Disabled",
                ],
            },
        },
    ],
};
