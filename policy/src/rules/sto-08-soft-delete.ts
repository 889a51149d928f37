import { mayOnlyBe, must, mustBe } from "../conditions";
import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { Parameter, planRule } from "../rule";
import { blobService, fileService, holdsFiles, offersBlobs, serviceMust, storageAccount } from "../storage/accounts";
import { all, pass, Verdict } from "../verdict";

const retentionDays: Parameter<number> = {
    schema: { type: "integer", description: "Days for which what is deleted can be brought back", minimum: 7, maximum: 365 },
    default: 7,
};

export const sto08 = planRule({
    id: "STO-08",
    slug: "soft-delete",
    title: "Deleted blobs, containers and file shares can be brought back",
    why: "Notebooks live on the share; one wrong command, or one thief, ends years of work.",
    remediation:
        "Declare BlobServiceProperties and FileServiceProperties, and enable each retention policy in them for at least a week.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion",
    references: {
        azurePolicy: ["9fbd64e3-67b8-489b-98e5-fa0007d17e76"],
        mcsb: [],
        cis: [],
        checkov: ["CKV2_AZURE_38"],
        trivy: ["AZU-0056"],
        psRule: ["AZR-000197", "AZR-000289", "AZR-000298"],
        kics: [],
    },
    subjects: [storageAccount],
    parameters: { retentionDays },
    judge: (account, plan, { settings }) =>
        all(
            offersBlobs(account) ? keepsBlobs(account, plan, settings.retentionDays) : pass,
            holdsFiles(account, plan) ? keepsShares(account, plan, settings.retentionDays) : pass,
        ),
});

function keepsBlobs(account: Resource, plan: Plan, days: number): Verdict {
    return serviceMust(account, plan, blobService, "no BlobServiceProperties keeps its deleted blobs and containers", (service) =>
        all(keeps(service.at("deleteRetentionPolicy"), days), keeps(service.at("containerDeleteRetentionPolicy"), days)),
    );
}

function keepsShares(account: Resource, plan: Plan, days: number): Verdict {
    return serviceMust(account, plan, fileService, "no FileServiceProperties keeps its deleted file shares", (service) =>
        keeps(service.at("shareDeleteRetentionPolicy"), days),
    );
}

function keeps(policy: Property, atLeast: number): Verdict {
    return all(
        mustBe(policy.at("enabled"), true),
        must(policy.at("days"), `at least ${atLeast}`, (days) => typeof days === "number" && days >= atLeast),
        // Off is Azure's default: https://learn.microsoft.com/rest/api/storagerp/blob-services/set-service-properties
        mayOnlyBe(policy.at("allowPermanentDelete"), false),
    );
}
