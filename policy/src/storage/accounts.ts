import { judgeJoined } from "../joins/joined";
import { namesOnly } from "../joins/targets";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { all, fail, Verdict } from "../verdict";

export const storageAccount = azure("storage", "StorageAccount");
export const blobService = azure("storage", "BlobServiceProperties");
export const fileService = azure("storage", "FileServiceProperties");
export const fileShare = azure("storage", "FileShare");
const workspace = azure("machinelearningservices", "Workspace");

/**
 * The resources of these types that belong to the account: by the account's name when both know it, which is unique in Azure; else
 * by what their `accountName` depends on, or by their parent.
 */
export function partsOf(account: Resource, plan: Plan, ...types: readonly Selector[]): readonly Resource[] {
    const dependent = new Set(plan.referrers(account, "accountName", ...types));
    const name = accountName(account);
    return plan.select(...types).filter((part) => {
        const named = part.at("accountName").text;
        return named !== undefined && name !== undefined
            ? named.toLowerCase() === name.toLowerCase()
            : dependent.has(part) || part.facts.parent === account.urn;
    });
}

/** The account has a service of this type, and it holds; an account without one is as Azure makes it. */
export function serviceMust(
    account: Resource,
    plan: Plan,
    service: Selector,
    failure: string,
    judge: (service: Resource) => Verdict,
): Verdict {
    const services = partsOf(account, plan, service);
    return services.length === 0
        ? fail(failure)
        : all(
              ...services.map((one) =>
                  judgeJoined(one, (seen) =>
                      all(namesOnly(account, plan, seen, "accountName", seen.at("accountName")), judge(seen)),
                  ),
              ),
          );
}

/** Whether this kind of account has a blob service. https://learn.microsoft.com/azure/storage/common/storage-account-overview */
export function offersBlobs(account: Resource): boolean {
    return !isKind(account, "FileStorage");
}

/** Whether this kind of account has a file service. */
export function offersFiles(account: Resource): boolean {
    return !isKind(account, "BlobStorage", "BlockBlobStorage");
}

/** Whether there are file shares in it: those of the plan, and the one in which a workspace keeps its notebooks. */
export function holdsFiles(account: Resource, plan: Plan): boolean {
    return partsOf(account, plan, fileShare).length > 0 || plan.referrers(account, "storageAccount", workspace).length > 0;
}

function accountName(account: Resource): string | undefined {
    return account.at("accountName").text ?? account.facts.id?.split("/").at(-1);
}

function isKind(account: Resource, ...kinds: readonly string[]): boolean {
    return kinds.some((kind) => kind.toLowerCase() === account.at("kind").text?.toLowerCase());
}
