import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { fail, pass } from "../verdict";

export const ops04 = resourceRule({
    id: "OPS-04",
    slug: "protect",
    title: "What nobody can make again is protected from deletion",
    why: "A rename in a program is a deletion in Azure, and with the account go the files.",
    remediation: "Set the resource option protect to true; deleteBeforeReplace and retainOnDelete are no substitute.",
    severity: "high",
    level: "mandatory",
    url: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
    references: {
        azurePolicy: ["78460a36-508a-49a4-b2b2-2f5ec564f4bb"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [
        azure("storage", "StorageAccount"),
        azure("storage", "FileShare"),
        azure("keyvault", "Vault"),
        azure("machinelearningservices", "Workspace"),
    ],
    judge: (resource) => (resource.options.protect ? pass : fail("the option protect is off; it must be on")),
});
