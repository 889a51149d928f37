import { mustBeSet } from "../conditions";
import { subnetType, virtualNetworkType } from "../network/resources";
import { eachOwnSubnet } from "../network/subnets";
import { resourceRule } from "../rule";

export const net08 = resourceRule({
    id: "NET-08",
    slug: "subnet-security-group",
    title: "Every subnet has a network security group",
    why: "Without one the whole virtual network reaches what is in it, and so does the Internet wherever there is a public address.",
    remediation: "Set networkSecurityGroup on the subnet.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    references: {
        azurePolicy: ["e71308d3-144b-4262-b144-efdc3cc90517", "bb91dfba-c30d-4263-9add-9c2384e659a6"],
        mcsb: ["NS-1"],
        cis: [],
        checkov: ["CKV2_AZURE_31"],
        trivy: [],
        psRule: ["AZR-000263", "AZR-000140"],
        kics: [],
    },
    subjects: [virtualNetworkType, subnetType],
    judge: (owner) => eachOwnSubnet(owner, (subnet) => mustBeSet(subnet.at("networkSecurityGroup.id"))),
});
