import { keepsLogs } from "../joins/diagnostics";
import { judgeJoined } from "../joins/joined";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { Selector } from "../plan/selector";
import { planRule } from "../rule";
import { belongs, blobService, fileService, offersBlobs, offersFiles, partsOf, storageAccount } from "../storage/accounts";
import { all, pass, some, Verdict } from "../verdict";

const sufficient = [["audit"], ["allLogs"], ["StorageRead", "StorageWrite", "StorageDelete"]];

export const sto13 = planRule({
    id: "STO-13",
    slug: "access-logs",
    title: "Reads and writes of blobs and files are logged",
    why: "Without these logs nobody can say what was read after a key has leaked.",
    remediation:
        "Declare an insights:DiagnosticSetting of the category group audit on the blob service and one on the file service.",
    severity: "low",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage",
    references: {
        azurePolicy: ["25a70cc8-2bd4-47f1-90b6-1478e4662c96", "b4fe1a3b-0715-4c6c-a5ea-ffc33cf823cb"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_33", "CKV2_AZURE_20", "CKV2_AZURE_21"],
        trivy: ["AZU-0009", "AZU-0057"],
        psRule: [],
        kics: ["43f6e60c"],
    },
    subjects: [storageAccount],
    judge: (account, plan) =>
        all(
            offersBlobs(account) ? logs(account, plan, blobService, "blob") : pass,
            offersFiles(account) ? logs(account, plan, fileService, "file") : pass,
        ),
});

/** A setting names the service by its resource in the plan, or by the account's id and the path from there. */
function logs(account: Resource, plan: Plan, service: Selector, what: string): Verdict {
    const wanted = { sufficient, failure: `no diagnostic setting logs who reads and writes its ${what} service` };
    return some(
        [
            ...partsOf(account, plan, service).map((part) =>
                all(
                    judgeJoined(part, (seen) => belongs(seen, account, plan)),
                    keepsLogs(part, plan, wanted),
                ),
            ),
            keepsLogs(account, plan, { ...wanted, below: `/${what}Services/default` }),
        ],
        wanted.failure,
    );
}
