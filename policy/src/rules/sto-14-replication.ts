import { must } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";

export const sto14 = resourceRule({
    id: "STO-14",
    slug: "replication",
    title: "Files outlive a data centre",
    why: "One building can burn; locally redundant files burn with it.",
    remediation: "Set sku.name to Standard_ZRS, or to a SKU that also copies to another region.",
    severity: "low",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/storage/common/storage-redundancy",
    references: {
        azurePolicy: ["bf045164-79ba-4215-8f95-f8048dc1780b"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_206"],
        trivy: ["AZU-0058"],
        psRule: ["AZR-000195"],
        kics: [],
    },
    subjects: [azure("storage", "StorageAccount")],
    judge: (account) =>
        must(account.at("sku.name"), "zone-redundant or geo-redundant", (sku) =>
            /_(ZRS|GRS|RAGRS|GZRS|RAGZRS)$/i.test(String(sku)),
        ),
});
