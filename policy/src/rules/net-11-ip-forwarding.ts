import { mayOnlyBe } from "../conditions";
import { cardOwners, eachCard } from "../network/cards";
import { resourceRule } from "../rule";

export const net11 = resourceRule({
    id: "NET-11",
    slug: "ip-forwarding",
    title: "Network interfaces do not forward packets",
    why: "A machine that forwards passes on traffic of others, around the security groups on their way.",
    remediation: "Set enableIPForwarding to false or leave it out.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#enable-or-disable-ip-forwarding",
    references: {
        azurePolicy: ["88c0b9da-ce96-4b03-9635-f29a937e2900", "bd352bd5-2853-4985-bf0d-73806b4a5744"],
        mcsb: ["NS-3"],
        cis: [],
        checkov: ["CKV_AZURE_118"],
        trivy: ["AZU-0075"],
        psRule: [],
        kics: [],
    },
    subjects: cardOwners,
    // Azure does not forward unless it is told to: https://learn.microsoft.com/azure/templates/microsoft.network/networkinterfaces
    judge: (owner) => eachCard(owner, (card) => mayOnlyBe(card.at("enableIPForwarding"), false)),
});
