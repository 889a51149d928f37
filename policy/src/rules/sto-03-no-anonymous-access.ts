import { mayOnlyBe, mustBe } from "../conditions";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { storageAccount } from "../storage/accounts";
import { fail, Verdict } from "../verdict";

const container = azure("storage", "BlobContainer");
const website = azure("storage", "StorageAccountStaticWebsite");

export const sto03 = resourceRule({
    id: "STO-03",
    slug: "no-anonymous-access",
    title: "Nobody reads blobs without signing in",
    why: "Whoever finds or guesses the address of a blob reads it, and nothing says who did.",
    remediation:
        "Set allowBlobPublicAccess of the account to false and publicAccess of each container to None, and publish no website.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
    references: {
        azurePolicy: ["4fa4b6c0-31ca-4c0d-b10d-24b96f62a751", "13502221-8df0-4414-9937-de9c5c4e396b"],
        mcsb: ["NS-2"],
        cis: ["3.0.0:4.6"],
        checkov: ["CKV_AZURE_34", "CKV_AZURE_190", "CKV2_AZURE_47"],
        trivy: ["AZU-0007"],
        psRule: ["AZR-000198", "AZR-000199"],
        kics: ["a0ab985d"],
    },
    subjects: [storageAccount, container, website],
    judge: nobodyReadsUnasked,
});

function nobodyReadsUnasked(resource: Resource): Verdict {
    if (website.matches(resource.type)) {
        return fail("a static website is read by everybody, whatever the account allows; it must not be declared");
    }
    return container.matches(resource.type)
        ? // Azure's default is None: https://learn.microsoft.com/rest/api/storagerp/blob-containers/create
          mayOnlyBe(resource.at("publicAccess"), "None")
        : mustBe(resource.at("allowBlobPublicAccess"), false);
}
