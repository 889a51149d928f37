import { virtualNetwork } from "../network/addresses";
import { cardOwners, eachCard } from "../network/cards";
import { judgeCard } from "../network/guarded-card";
import { nothing, Question } from "../network/exposure";
import { ports } from "../network/ports";
import { Traffic } from "../network/traffic";
import { planRule } from "../rule";

const remoteLogin: Question = {
    direction: "Outbound",
    protocols: ["Tcp"],
    within: (family) => Traffic.all(family).with({ destination: virtualNetwork[family], destinationPorts: ports(22, 3389) }),
};

export const net06 = planRule({
    id: "NET-06",
    slug: "lateral-movement",
    title: "No machine is a way to the next one over SSH or RDP",
    why: "Whoever takes over one workstation tries its keys on all others, from inside the network.",
    remediation: "Deny ports 22 and 3389 outbound to VirtualNetwork in the security group of the interface or of its subnet.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
    references: { azurePolicy: [], mcsb: [], cis: [], checkov: [], trivy: [], psRule: ["AZR-000139"], kics: [] },
    subjects: cardOwners,
    judge: (owner, plan) =>
        eachCard(owner, (card) =>
            judgeCard(card, plan, "keeps it from SSH and RDP to the virtual network", (position) =>
                nothing(position, remoteLogin, "SSH and RDP to the virtual network must be denied"),
            ),
        ),
});
