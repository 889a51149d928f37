import { net05 } from "../../src/rules/net-05-order";
import { denyRest, group, inbound } from "../network/groups";
import { unknown } from "../../src/plan/value";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const missing = "no rule denies everything inbound at 4096; without one the virtual network comes in by default";

export const suite: Suite = {
    rule: net05,
    sound: [
        group(
            "nsg",
            inbound(100, { sourceAddressPrefix: "203.0.113.0/24" }),
            inbound(200, { sourceAddressPrefix: "203.0.113.0/24", destinationPortRange: "22" }),
            denyRest,
        ),
    ],
    cases: [
        { name: "in order", covers: "pass", reports: {} },
        {
            name: "a rule that another hides",
            covers: "fail",
            changes: { nsg: set("securityRules.1.destinationPortRange", "443") },
            reports: {
                nsg: [
                    "securityRules[1] decides nothing, because securityRules[0] (Allow) comes first; remove it or change the order",
                ],
            },
        },
        {
            name: "a rule that contradicts one before it",
            covers: "fail",
            changes: {
                nsg: set(
                    "securityRules.1",
                    inbound(200, { access: "Deny", sourceAddressPrefix: "203.0.113.7", destinationPortRange: "443" }),
                ),
            },
            reports: {
                nsg: [
                    "securityRules[1] decides nothing, because securityRules[0] (Allow) comes first; remove it or change the order",
                ],
            },
        },
        {
            name: "a rule that two others hide together, one of them a resource",
            covers: "fail",
            changes: { nsg: set("securityRules.1.destinationPortRange", "443-444") },
            adds: [
                declare(
                    "network:SecurityRule",
                    "first",
                    inbound(90, { networkSecurityGroupName: unknown, access: "Deny", destinationPortRange: "444" }),
                    { networkSecurityGroupName: ["nsg"] },
                ),
            ],
            reports: {
                nsg: [
                    "securityRules[1] decides nothing, because the security rule first (Deny), securityRules[0] (Allow) comes first; remove it or change the order",
                ],
            },
        },
        {
            name: "the same priority twice",
            covers: "fail",
            changes: { nsg: set("securityRules.1.priority", 100) },
            reports: { nsg: ["securityRules[1] has the priority 100 of securityRules[0]; every rule must have its own"] },
        },
        {
            name: "the same priority in the other direction",
            covers: "pass",
            changes: { nsg: set("securityRules.1", inbound(100, { direction: "Outbound" })) },
            reports: {},
        },
        {
            name: "the last rule refuses only some",
            covers: "fail",
            changes: { nsg: set("securityRules.2.protocol", "Tcp") },
            reports: { nsg: [missing] },
        },
        { name: "no last rule", covers: "absent", changes: { nsg: unset("securityRules.2") }, reports: { nsg: [missing] } },
        { name: "no rules", covers: "parent absent", changes: { nsg: empty }, reports: { nsg: [missing] } },
        {
            name: "a priority that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.2.priority") },
            reports: { nsg: [undecided("securityRules[2].priority")] },
        },
        {
            name: "a source that may hide a rule",
            covers: "unknown",
            changes: { nsg: set("securityRules.0", inbound(100, { sourceAddressPrefix: unknown, destinationPortRange: "22" })) },
            reports: { nsg: [undecided("securityRules[0].sourceAddressPrefix")] },
        },
        {
            name: "a source that hides nothing, whatever it is",
            covers: "pass",
            changes: { nsg: hide("securityRules.0.sourceAddressPrefix") },
            reports: {},
        },
    ],
};
