import { mustBe, mustBeSet } from "../conditions";
import { subnetType, virtualNetworkType } from "../network/resources";
import { eachOwnSubnet, Subnet } from "../network/subnets";
import { resourceRule } from "../rule";
import { some, Verdict } from "../verdict";

export const net09 = resourceRule({
    id: "NET-09",
    slug: "explicit-outbound",
    title: "Subnets have an explicit way out",
    why: "Azure's default outbound address belongs to nobody: it changes, and no partner can name it in a firewall.",
    remediation: "Set natGateway on the subnet.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
    references: {
        azurePolicy: ["7bca8353-aa3b-429b-904a-9229c4385837"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["Azure.VNET.PrivateSubnet"],
        kics: [],
    },
    subjects: [virtualNetworkType, subnetType],
    judge: (owner) => eachOwnSubnet(owner, hasWayOut),
});

/** Newer API versions can also do without any way out. */
function hasWayOut(subnet: Subnet): Verdict {
    const gateway = subnet.at("natGateway.id");
    return some(
        [mustBeSet(gateway), mustBe(subnet.at("defaultOutboundAccess"), false)],
        `${gateway.path} is not set; without it Azure gives default outbound access`,
    );
}
