import { mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const sto01 = resourceRule({
    id: "STO-01",
    slug: "https-only",
    title: "Storage accounts speak only HTTPS and encrypted SMB",
    why: "Keys and files of a plain connection can be read on the way.",
    remediation: "Set enableHttpsTrafficOnly to true.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer",
    references: {
        azurePolicy: ["404c3081-a854-4457-ae30-26a93ef643f9", "f81e3117-0093-4b17-8a60-82363134f0eb"],
        mcsb: ["DP-3"],
        cis: ["3.0.0:4.1"],
        checkov: ["CKV_AZURE_3"],
        trivy: ["AZU-0008"],
        psRule: ["AZR-000196"],
        kics: ["1367dd13"],
    },
    subjects: [azure("storage", "StorageAccount")],
    judge: (account) => mustBe(account.at("enableHttpsTrafficOnly"), true),
});
