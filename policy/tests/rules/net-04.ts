import { net04 } from "../../src/rules/net-04-service-ports";
import { denyRest, group, inbound } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { empty, hide, set, unset } from "../support/plans";

const open = (ports: string) => `securityRules[0] lets 203.0.113.0/24 reach port ${ports}; this port may never face the Internet`;

export const suite: Suite = {
    rule: net04,
    sound: [group("nsg", inbound(100, { sourceAddressPrefix: "203.0.113.0/24" }), denyRest)],
    cases: [
        { name: "443", covers: "pass", reports: {} },
        ...[8787, 8888, 8080, 4180, 445, 2049, 5985, 5986, 1270, 2375, 6443].map((port) => ({
            name: `port ${port}`,
            covers: "fail" as const,
            changes: { nsg: set("securityRules.0.destinationPortRange", port) },
            reports: { nsg: [open(String(port))] },
        })),
        {
            name: "from the virtual network",
            covers: "pass",
            changes: {
                nsg: set("securityRules.0", inbound(100, { sourceAddressPrefix: "VirtualNetwork", destinationPortRange: "445" })),
            },
            reports: {},
        },
        {
            name: "no ports",
            covers: "absent",
            changes: { nsg: unset("securityRules.0.destinationPortRange") },
            reports: { nsg: [open("445, 1270, 2049, 2375, 4180, 5985-5986, 6443, 8080, 8787, 8888")] },
        },
        { name: "no rules", covers: "parent absent", changes: { nsg: empty }, reports: {} },
        {
            name: "a port that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.0.destinationPortRange") },
            reports: { nsg: [undecided("securityRules[0].destinationPortRange")] },
        },
    ],
};
