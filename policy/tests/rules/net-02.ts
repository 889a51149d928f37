import { net02 } from "../../src/rules/net-02-rdp";
import { denyRest, group, inbound } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const open = (who: string) => `securityRules[0] lets ${who} reach port 3389; RDP must be closed to the Internet`;

export const suite: Suite = {
    rule: net02,
    sound: [
        group("nsg", inbound(100, { sourceAddressPrefix: "203.0.113.0/24" }), denyRest),
        declare(
            "network:SecurityRule",
            "own",
            inbound(200, { networkSecurityGroupName: "elsewhere", destinationPortRange: "443" }),
        ),
    ],
    cases: [
        { name: "another port", covers: "pass", reports: {} },
        {
            name: "even from a single address",
            covers: "fail",
            changes: {
                nsg: inOrder(
                    set("securityRules.0.sourceAddressPrefix", "203.0.113.7"),
                    set("securityRules.0.destinationPortRange", "3000-4000"),
                ),
            },
            reports: { nsg: [open("203.0.113.7")] },
        },
        {
            name: "in a rule of a group that the plan does not show",
            covers: "fail",
            changes: { own: set("destinationPortRange", "3389") },
            reports: { own: ["the security rule own lets * reach port 3389; RDP must be closed to the Internet"] },
        },
        {
            name: "no ports",
            covers: "absent",
            changes: { nsg: unset("securityRules.0.destinationPortRange") },
            reports: { nsg: [open("203.0.113.0/24")] },
        },
        { name: "no rules", covers: "parent absent", changes: { nsg: empty }, reports: {} },
        {
            name: "a port that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.0.destinationPortRange") },
            reports: { nsg: [undecided("securityRules[0].destinationPortRange")] },
        },
        {
            name: "a port of a single rule that is not known",
            covers: "unknown",
            changes: { own: hide("destinationPortRange") },
            reports: { own: [undecided("destinationPortRange of the security rule own")] },
        },
    ],
};
