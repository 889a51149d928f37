import { fromInternet, nothing } from "../network/exposure";
import { guardTypes, judgePositions } from "../network/guards";
import { port } from "../network/ports";
import { planRule } from "../rule";

export const net02 = planRule({
    id: "NET-02",
    slug: "rdp",
    title: "RDP is closed to the Internet",
    why: "Nothing here offers it, and an open port 3389 is the first thing that ransomware looks for.",
    remediation: "Remove the rule that allows port 3389, or take the port out of its range.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
    references: {
        azurePolicy: ["22730e10-96f6-4aac-ad84-9383d35b5917"],
        mcsb: ["NS-3"],
        cis: ["2.0.0:6.1"],
        checkov: ["CKV_AZURE_9"],
        trivy: ["AZU-0048"],
        psRule: ["AZR-000137"],
        kics: ["59cb3da7"],
    },
    subjects: guardTypes,
    judge: (guard, plan) =>
        judgePositions(guard, plan, (position) =>
            nothing(position, fromInternet(["Tcp", "Udp"], port(3389)), "RDP must be closed to the Internet"),
        ),
});
