import { kv02 } from "../../src/rules/kv-02-firewall";
import { Suite, undecided } from "../support/cases";
import { declare, hide, inOrder, set, unset } from "../support/plans";

function exceptions(...addresses: readonly string[]) {
    return set(
        "properties.networkAcls.ipRules",
        addresses.map((address) => ({ value: address })),
    );
}

function wide(index: number, address: string): string {
    return `properties.networkAcls.ipRules[${index}].value is "${address}"; it must be a range of at least /24 (IPv4) or /64 (IPv6)`;
}

export const suite: Suite = {
    rule: kv02,

    sound: [
        declare("keyvault:Vault", "vault", {
            properties: { publicNetworkAccess: "Disabled", networkAcls: { defaultAction: "Deny" } },
        }),
    ],
    cases: [
        { name: "closed", covers: "pass", reports: {} },
        {
            name: "closed without a firewall, which Azure would not ask (better than CKV_AZURE_109)",
            covers: "pass",
            changes: { vault: unset("properties.networkAcls") },
            reports: {},
        },
        {
            name: "the public network is on",
            covers: "fail",
            changes: { vault: set("properties.publicNetworkAccess", "Enabled") },
            reports: { vault: ['properties.publicNetworkAccess is "Enabled"; it must be Disabled'] },
        },
        {
            name: "the firewall lets everybody in as soon as the public network is on",
            covers: "fail",
            changes: { vault: set("properties.networkAcls.defaultAction", "Allow") },
            reports: { vault: ['properties.networkAcls.defaultAction is "Allow"; it must be Deny or not set'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { vault: unset("properties.publicNetworkAccess") },
            reports: { vault: ["properties.publicNetworkAccess is not set; it must be Disabled"] },
        },
        {
            name: "everything is known only at the update",
            covers: "unknown",
            changes: { vault: inOrder(hide("properties.publicNetworkAccess"), hide("properties.networkAcls")) },
            reports: { vault: [undecided("properties.publicNetworkAccess"), undecided("properties.networkAcls")] },
        },
        {
            name: "an unknown exception does not hide that the public network is on",
            covers: "unknown",
            changes: { vault: inOrder(set("properties.publicNetworkAccess", "Enabled"), hide("properties.networkAcls.ipRules")) },
            reports: {
                vault: [
                    'properties.publicNetworkAccess is "Enabled"; it must be Disabled',
                    undecided("properties.networkAcls.ipRules"),
                ],
            },
        },
        {
            name: "few known addresses, where the configuration allows selected networks",
            covers: "pass",
            settings: { selectedNetworks: true },
            changes: {
                vault: inOrder(set("properties.publicNetworkAccess", "Enabled"), exceptions("203.0.113.7", "198.51.100.0/24")),
            },
            reports: {},
        },
        {
            name: "two halves of the Internet where the configuration allows selected networks (better than CKV_AZURE_109)",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { vault: inOrder(set("properties.publicNetworkAccess", "Enabled"), exceptions("0.0.0.0/1", "128.0.0.0/1")) },
            reports: { vault: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "neither is closed where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: { vault: inOrder(set("properties.publicNetworkAccess", "Enabled"), unset("properties.networkAcls")) },
            reports: {
                vault: [
                    'properties.publicNetworkAccess is "Enabled" and properties.networkAcls.defaultAction is not set; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "everybody, where the configuration allows selected networks",
            covers: "fail",
            settings: { selectedNetworks: true },
            changes: {
                vault: inOrder(
                    set("properties.publicNetworkAccess", "Enabled"),
                    set("properties.networkAcls.defaultAction", "Allow"),
                ),
            },
            reports: {
                vault: [
                    'properties.publicNetworkAccess is "Enabled" and properties.networkAcls.defaultAction is "Allow"; one must be Disabled or the other Deny',
                ],
            },
        },
        {
            name: "two halves of the Internet behind a closed door",
            covers: "fail",
            changes: { vault: exceptions("0.0.0.0/1", "128.0.0.0/1") },
            reports: { vault: [wide(0, "0.0.0.0/1"), wide(1, "128.0.0.0/1")] },
        },
        {
            name: "no properties",
            covers: "parent absent",
            changes: { vault: unset("properties") },
            reports: { vault: ["properties.publicNetworkAccess is not set; it must be Disabled"] },
        },
    ],
};
