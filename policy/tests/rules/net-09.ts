import { net09 } from "../../src/rules/net-09-explicit-outbound";
import { unknown } from "../../src/plan/value";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const implicit = (path: string) => `${path} is not set; without it Azure gives default outbound access`;

export const suite: Suite = {
    rule: net09,
    sound: [
        declare("network:VirtualNetwork", "net", {
            subnets: [{ name: "machines", natGateway: { id: unknown } }, { name: "AzureBastionSubnet" }],
        }),
        declare("network:Subnet", "own", { natGateway: { id: "/nat" } }),
    ],
    cases: [
        { name: "a NAT gateway", covers: "pass", reports: {} },
        {
            name: "default outbound access is off, in a newer API version",
            covers: "pass",
            changes: { net: set("subnets.0", { name: "machines", defaultOutboundAccess: false }) },
            reports: {},
        },
        {
            name: "default outbound access is on",
            covers: "fail",
            changes: { net: set("subnets.0", { name: "machines", defaultOutboundAccess: true }) },
            reports: { net: [implicit("subnets[0].natGateway.id")] },
        },
        { name: "none", covers: "absent", changes: { own: unset("natGateway") }, reports: { own: [implicit("natGateway.id")] } },
        {
            name: "nothing is set",
            covers: "parent absent",
            changes: { own: empty },
            reports: { own: [implicit("natGateway.id")] },
        },
        {
            name: "the list is not known",
            covers: "unknown",
            changes: { net: hide("subnets") },
            reports: { net: [undecided("subnets")] },
        },
    ],
};
