import { sto04 } from "../../src/rules/sto-04-firewall";
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
    rule: sto04,

    sound: [
        declare("storage:StorageAccount", "files", {
            publicNetworkAccess: "Disabled",
            networkRuleSet: { defaultAction: "Deny" },
        }),
    ],
    cases: [
        { name: "closed", covers: "pass", reports: {} },
        {
            name: "closed without a firewall, which Azure would not ask (better than CKV_AZURE_35)",
            covers: "pass",
            changes: { files: unset("networkRuleSet") },
            reports: {},
        },
        {
            name: "the public network is on",
            covers: "fail",
            changes: { files: set("publicNetworkAccess", "Enabled") },
            reports: { files: ['publicNetworkAccess is "Enabled"; it must be Disabled'] },
        },
        {
            name: "the firewall lets everybody in as soon as the public network is on",
            covers: "fail",
            changes: { files: set("networkRuleSet.defaultAction", "Allow") },
            reports: { files: ['networkRuleSet.defaultAction is "Allow"; it must be Deny or not set'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { files: unset("publicNetworkAccess") },
            reports: { files: ["publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "everything is known only at the update",
            covers: "unknown",
            changes: { files: inOrder(hide("publicNetworkAccess"), hide("networkRuleSet")) },
            reports: { files: [undecided("publicNetworkAccess"), undecided("networkRuleSet")] },
        },
        {
            name: "an unknown exception does not hide that the public network is on",
            covers: "unknown",
            changes: { files: inOrder(set("publicNetworkAccess", "Enabled"), hide("networkRuleSet.ipRules")) },
            reports: {
                files: ['publicNetworkAccess is "Enabled"; it must be Disabled', undecided("networkRuleSet.ipRules")],
            },
        },
        {
            name: "few known addresses, where the configuration allows selected networks",
            covers: "pass",
            settings: { selectedNetworks: true },
            changes: { files: inOrder(set("publicNetworkAccess", "Enabled"), exceptions("203.0.113.7", "198.51.100.0/24")) },
            reports: {},
        },
        {
            name: "two halves of the Internet where the configuration allows selected networks (better than CKV_AZURE_35)",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { files: inOrder(set("publicNetworkAccess", "Enabled"), exceptions("0.0.0.0/1", "128.0.0.0/1")) },
            reports: { files: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "neither is closed where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { files: inOrder(set("publicNetworkAccess", "Enabled"), unset("networkRuleSet")) },
            reports: {
                files: [
                    'publicNetworkAccess is "Enabled" and networkRuleSet.defaultAction is not set; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "everybody, where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { files: inOrder(set("publicNetworkAccess", "Enabled"), set("networkRuleSet.defaultAction", "Allow")) },
            reports: {
                files: [
                    'publicNetworkAccess is "Enabled" and networkRuleSet.defaultAction is "Allow"; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "two halves of the Internet behind a closed door",
            covers: "fail",
            changes: { files: exceptions("0.0.0.0/1", "128.0.0.0/1") },
            reports: { files: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { files: empty },
            reports: { files: ["publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "the half of the Internet of IPv6",
            covers: "fail",
            changes: { files: set("networkRuleSet.ipv6Rules", [{ iPAddressOrRange: "8000::/1" }]) },
            reports: {
                files: [
                    'networkRuleSet.ipv6Rules[0].iPAddressOrRange is "8000::/1"; it must be a range of at least /24 (IPv4) or /64 (IPv6)',
                ],
            },
        },
    ],
};
