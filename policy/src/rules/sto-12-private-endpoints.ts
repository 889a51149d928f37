import { hasPrivateEndpoint } from "../joins/private-endpoints";
import { planRule } from "../rule";
import { offersBlobs, offersFiles, storageAccount } from "../storage/accounts";
import { all, pass } from "../verdict";

export const sto12 = planRule({
    id: "STO-12",
    slug: "private-endpoints",
    title: "Blobs and files are reached through private endpoints",
    why: "Without them traffic leaves the network, and whoever closes the public network locks everybody out.",
    remediation: "Declare a network:PrivateEndpoint for the group blob and one for the group file of the account.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/storage/common/storage-private-endpoints",
    references: {
        azurePolicy: ["6edd7eda-6dd8-40f7-810d-67160c639cd9"],
        mcsb: ["NS-2"],
        cis: ["3.0.0:4.9"],
        checkov: ["CKV2_AZURE_33"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [storageAccount],
    judge: (account, plan) =>
        all(
            offersBlobs(account)
                ? hasPrivateEndpoint(account, plan, "blob", "no private endpoint leads to its blob service")
                : pass,
            offersFiles(account)
                ? hasPrivateEndpoint(account, plan, "file", "no private endpoint leads to its file service")
                : pass,
        ),
});
