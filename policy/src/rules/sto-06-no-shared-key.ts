import { mayOnlyBe, mustBe, mustBeSet } from "../conditions";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { Parameter, planRule } from "../rule";
import { fileShare, judgeParts, storageAccount } from "../storage/accounts";
import { all, fail, pass, some, Verdict } from "../verdict";

/** A mount of an SMB share without a directory needs the key. */
const sharedKeyAccounts: Parameter<readonly string[]> = {
    schema: {
        type: "array",
        description: "Names that the program gives to storage accounts whose key may be on, as long as they hold an SMB share",
        items: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" },
        maxItems: 5,
    },
    default: ["files-storage"],
};

export const sto06 = planRule({
    id: "STO-06",
    slug: "no-shared-key",
    title: "Storage accounts refuse their account key",
    why: "The key opens everything in the account, cannot be bound to a person, and leaves no name in any log.",
    remediation:
        "Set allowSharedKeyAccess to false. Name an account in sharedKeyAccounts if its share must be mounted with the key.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
    references: {
        azurePolicy: ["8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54", "fd9903f1-38c2-4d36-8e44-5c1c20c561e8"],
        mcsb: ["IM-1"],
        cis: [],
        checkov: ["CKV2_AZURE_40"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [storageAccount],
    parameters: { sharedKeyAccounts },
    judge: (account, plan, { settings }) => {
        const key = account.at("allowSharedKeyAccess");
        const named = settings.sharedKeyAccounts.includes(account.name) ? pass : fail("it is not named");
        return some(
            [mustBe(key, false), all(named, mustBeSet(key), holdsSmbShare(account, plan))],
            `${key.path} is ${key.shown}; it must be false`,
        );
    },
});

function holdsSmbShare(account: Resource, plan: Plan): Verdict {
    return some(
        // SMB is Azure's default: https://learn.microsoft.com/rest/api/storagerp/file-shares/create
        judgeParts(account, plan, fileShare, (share) => mayOnlyBe(share.at("enabledProtocols"), "SMB")),
        "it has no share that is mounted with a key",
    );
}
