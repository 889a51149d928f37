import { must } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const sto02 = resourceRule({
    id: "STO-02",
    slug: "tls",
    title: "Storage accounts refuse TLS below 1.2",
    why: "Older versions can be broken, and whoever does so reads keys and files on the way.",
    remediation: "Set minimumTlsVersion to TLS1_2.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
    references: {
        azurePolicy: ["fe83a0eb-a853-422d-aac2-1bffd182c5d0"],
        mcsb: [],
        cis: ["3.0.0:4.15"],
        checkov: ["CKV_AZURE_44"],
        trivy: ["AZU-0011", "AZU-0059"],
        psRule: ["AZR-000200"],
        kics: [],
    },
    subjects: [azure("storage", "StorageAccount")],
    judge: (account) =>
        must(account.at("minimumTlsVersion"), "TLS1_2 or TLS1_3", (version) => /^TLS1_[23]$/i.test(String(version))),
});
