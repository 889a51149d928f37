import { mayOnlyBe, mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { storageAccount } from "../storage/accounts";
import { all, fail } from "../verdict";

const localUser = azure("storage", "LocalUser");

export const sto09 = resourceRule({
    id: "STO-09",
    slug: "no-side-doors",
    title: "Storage accounts have no side doors",
    why: "Replication to other tenants, local users, SFTP and NFS version 3 pass by Microsoft Entra ID and its logs.",
    remediation:
        "Set allowCrossTenantReplication, isLocalUserEnabled, isSftpEnabled and enableNfsV3 to false, and remove local users.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/blobs/object-replication-prevent-cross-tenant-policies",
    references: {
        azurePolicy: ["92a89a79-6c52-4a7e-a03f-61306fc49312"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_244"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [storageAccount, localUser],
    judge: (resource) =>
        localUser.matches(resource.type)
            ? fail("a local user signs in without Microsoft Entra ID; it must not be declared")
            : all(
                  mustBe(resource.at("allowCrossTenantReplication"), false),
                  mustBe(resource.at("isLocalUserEnabled"), false),
                  // Both are off by default: https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create
                  mayOnlyBe(resource.at("isSftpEnabled"), false),
                  mayOnlyBe(resource.at("enableNfsV3"), false),
              ),
});
