import { fromInternet, nothing } from "../network/exposure";
import { guardTypes, judgePositions } from "../network/guards";
import { services } from "../network/judged-ports";
import { planRule } from "../rule";

export const net04 = planRule({
    id: "NET-04",
    slug: "service-ports",
    title: "Ports of applications, agents and shares never face the Internet",
    why: "They trust whoever reaches them: sign-in, encryption and updates are the business of what stands before them.",
    remediation: "Take the port out of the rule; applications are reached through 443.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
    references: {
        azurePolicy: ["9daedab3-fb2d-461e-b861-71790eead4f6"],
        mcsb: ["NS-1"],
        cis: [],
        checkov: ["CKV_AZURE_77"],
        trivy: ["AZU-0074"],
        psRule: [],
        kics: [],
    },
    subjects: guardTypes,
    judge: (guard, plan) =>
        judgePositions(guard, plan, (position) =>
            nothing(position, fromInternet(["Tcp", "Udp"], services), "this port may never face the Internet"),
        ),
});
