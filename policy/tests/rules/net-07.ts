import { net07 } from "../../src/rules/net-07-egress";
import { group, inbound } from "../network/groups";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const deny = inbound(4000, {
    direction: "Outbound",
    access: "Deny",
    protocol: "*",
    destinationAddressPrefix: "Internet",
    destinationPortRange: "*",
});
const allow = inbound(100, { direction: "Outbound", destinationAddressPrefix: "AzureCloud", destinationPortRange: "22" });
const open = (ports: string) => `machines reach every address at port ${ports}; only some may be open`;

export const suite: Suite = {
    rule: net07,
    sound: [
        group("nsg", allow, deny),
        declare("network:SecurityRule", "own", { ...allow, networkSecurityGroupName: "elsewhere" }),
    ],
    cases: [
        { name: "denied, but for a service", covers: "pass", reports: {} },
        {
            name: "the web is open to all",
            covers: "pass",
            changes: {
                nsg: set("securityRules.0", { ...allow, destinationAddressPrefix: "Internet", destinationPortRange: "443" }),
            },
            reports: {},
        },
        {
            name: "all of the Internet in two halves",
            covers: "fail",
            changes: {
                nsg: set("securityRules", [
                    { ...allow, destinationAddressPrefix: "0.0.0.0/1", destinationPortRange: "25-30" },
                    { ...allow, priority: 101, destinationAddressPrefix: "128.0.0.0/1", destinationPortRange: "20-25" },
                    deny,
                ]),
            },
            reports: { nsg: [open("25")] },
        },
        {
            name: "a port that the configuration opens, and one that it does not",
            covers: "fail",
            settings: { openPorts: [22] },
            changes: { nsg: set("securityRules.0", { ...allow, destinationAddressPrefix: "*", destinationPortRange: "22-23" }) },
            reports: { nsg: [open("23")] },
        },
        {
            name: "no rule denies",
            covers: "absent",
            changes: { nsg: unset("securityRules.1") },
            reports: { nsg: [open("0-79, 81-442, 444-65535")] },
        },
        {
            name: "no rules",
            covers: "parent absent",
            changes: { nsg: empty },
            reports: { nsg: [open("0-79, 81-442, 444-65535")] },
        },
        {
            name: "a destination that is not known",
            covers: "unknown",
            changes: { nsg: hide("securityRules.0.destinationAddressPrefix") },
            reports: { nsg: [undecided("securityRules[0].destinationAddressPrefix")] },
        },
    ],
};
