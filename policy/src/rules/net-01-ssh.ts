import { fromInternet, passages } from "../network/exposure";
import { guardTypes, judgePositions } from "../network/guards";
import { port } from "../network/ports";
import { onlyNarrow, widthOf, widthParameters } from "../network/width";
import { planRule } from "../rule";
import { all } from "../verdict";

export const net01 = planRule({
    id: "NET-01",
    slug: "ssh",
    title: "SSH is reachable only from narrow ranges",
    why: "An open port 22 is found within minutes and tried with stolen keys ever after.",
    remediation:
        "Name the source ranges in the rule that allows port 22, or remove the rule and reach the machine through Bastion.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
    references: {
        azurePolicy: [
            "22730e10-96f6-4aac-ad84-9383d35b5917",
            "b0f33259-77d7-4c9e-aac6-3aabcfae693c",
            "9daedab3-fb2d-461e-b861-71790eead4f6",
        ],
        mcsb: ["NS-1", "NS-3", "PA-2"],
        cis: ["2.0.0:6.2"],
        checkov: ["CKV_AZURE_10"],
        trivy: ["AZU-0050"],
        psRule: ["AZR-000137"],
        kics: ["2ade1579"],
    },
    parameters: widthParameters(24, 64),
    subjects: guardTypes,
    judge: (guard, plan, { settings }) =>
        judgePositions(guard, plan, (position) =>
            all(
                ...passages(position, fromInternet(["Tcp"], port(22))).map((passage) =>
                    onlyNarrow(passage, widthOf(settings), "SSH"),
                ),
            ),
        ),
});
