import { unknown } from "../../src/plan/value";
import { net01 } from "../../src/rules/net-01-ssh";
import { denyRest, group, inbound } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, options, set, unset } from "../support/plans";

const wide = (who: string) =>
    `securityRules[0] lets ${who} reach port 22; SSH is only for ranges of at least /24 (IPv4) or /64 (IPv6), never for a service tag`;

export const suite: Suite = {
    rule: net01,
    sound: [group("nsg", inbound(100, { sourceAddressPrefix: "203.0.113.0/24", destinationPortRange: "22" }), denyRest)],
    cases: [
        { name: "a narrow range", covers: "pass", reports: {} },
        {
            name: "private ranges of any width",
            covers: "pass",
            changes: {
                nsg: inOrder(
                    unset("securityRules.0.sourceAddressPrefix"),
                    set("securityRules.0.sourceAddressPrefixes", ["10.0.0.0/8", "fd00::/8"]),
                ),
            },
            reports: {},
        },
        {
            name: "a tag that is not the Internet",
            covers: "pass",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "VirtualNetwork") },
            reports: {},
        },
        {
            name: "everyone",
            covers: "fail",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "*") },
            reports: { nsg: [wide("*")] },
        },
        {
            name: "a range that is too wide by one bit",
            covers: "fail",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "203.0.112.0/23") },
            reports: { nsg: [wide("203.0.112.0/23")] },
        },
        {
            name: "a configuration that asks for single addresses",
            covers: "fail",
            settings: { shortestIpv4Prefix: 32, shortestIpv6Prefix: 64, widestUnion: 16 },
            reports: {
                nsg: [
                    "securityRules[0] lets 203.0.113.0/24 reach port 22; SSH is only for ranges of at least /32 (IPv4) or /64 (IPv6), never for a service tag",
                ],
            },
        },
        {
            name: "narrow ranges, but too many",
            covers: "fail",
            changes: {
                nsg: inOrder(
                    unset("securityRules.0.sourceAddressPrefix"),
                    set(
                        "securityRules.0.sourceAddressPrefixes",
                        Array.from({ length: 17 }, (_, index) => `198.18.${index * 2}.0/24`),
                    ),
                ),
            },
            reports: { nsg: ["its rules together let 4352 public addresses reach SSH; at most 4096 may"] },
        },
        {
            name: "no source",
            covers: "absent",
            changes: { nsg: unset("securityRules.0.sourceAddressPrefix") },
            reports: { nsg: [wide("*")] },
        },
        { name: "no rules, and so Azure's own", covers: "parent absent", changes: { nsg: empty }, reports: {} },
        {
            name: "a source that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.0.sourceAddressPrefix") },
            reports: { nsg: [undecided("securityRules[0].sourceAddressPrefix")] },
        },
        {
            name: "an unknown rule hides no other",
            covers: "unknown",
            changes: { nsg: inOrder(set("securityRules.0.sourceAddressPrefix", "Internet"), hide("securityRules.1")) },
            reports: { nsg: [wide("Internet"), undecided("securityRules[1]")] },
        },
        {
            name: "rules that are not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules") },
            reports: { nsg: [undecided("securityRules")] },
        },
        {
            name: "a denial that is not known hides no rule behind it",
            covers: "unknown",
            changes: {
                nsg: set("securityRules", [
                    inbound(90, { access: "Deny", sourceAddressPrefix: unknown, destinationPortRange: "22" }),
                    inbound(100, { destinationPortRange: "22" }),
                ]),
            },
            reports: {
                nsg: [wide("*").replace("[0]", "[1]"), undecided("securityRules[0].sourceAddressPrefix")],
            },
        },
        {
            name: "what is known of a list is judged",
            covers: "unknown",
            changes: {
                nsg: set(
                    "securityRules.0",
                    inbound(100, {
                        sourceAddressPrefix: null,
                        sourceAddressPrefixes: ["20.0.0.0/8", unknown],
                        destinationPortRange: "22",
                    }),
                ),
            },
            reports: { nsg: [wide("20.0.0.0/8"), undecided("securityRules[0].sourceAddressPrefixes[1]")] },
        },
        ...["access", "direction", "priority", "protocol", "destinationPortRange", "destinationAddressPrefix"].map((part) => ({
            name: `an open rule whose ${part} is not known`,
            covers: "unknown" as const,
            changes: { nsg: inOrder(set("securityRules.0.sourceAddressPrefix", "*"), hide(`securityRules.0.${part}`)) },
            reports: { nsg: [undecided(`securityRules[0].${part}`)] },
        })),
        {
            name: "a rule that is a resource must not be kept from changing",
            covers: "fail",
            adds: [
                declare(
                    "network:SecurityRule",
                    "own",
                    { ...inbound(300), networkSecurityGroupName: unknown },
                    { networkSecurityGroupName: ["nsg"] },
                    { ignoreChanges: ["access"] },
                ),
            ],
            reports: { own: ["ignoreChanges hides access, which this rule judges; remove it there"] },
        },
        {
            name: "the rules must not be kept from changing",
            covers: "fail",
            changes: { nsg: options({ ignoreChanges: ["securityRules"] }) },
            reports: { nsg: ["ignoreChanges hides securityRules, which this rule judges; remove it there"] },
        },
        {
            name: "an IPv6 range that is too wide by one bit",
            covers: "fail",
            changes: { nsg: set("securityRules.0.sourceAddressPrefix", "2001:db8::/63") },
            reports: { nsg: [wide("2001:db8::/63")] },
        },
        {
            name: "a port that is not known and would not matter",
            covers: "pass",
            changes: { nsg: hide("securityRules.0.destinationPortRange") },
            reports: {},
        },
    ],
};
