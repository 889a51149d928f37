import { judgeJoined } from "../joins/joined";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { all, fail, pass, undecided, Verdict } from "../verdict";

export const storageAccount = azure("storage", "StorageAccount");
export const blobService = azure("storage", "BlobServiceProperties");
export const fileService = azure("storage", "FileServiceProperties");
export const fileShare = azure("storage", "FileShare");
const workspace = azure("machinelearningservices", "Workspace");

/** The resources of this type that belong to the account, or may do so. */
export function partsOf(account: Resource, plan: Plan, type: Selector): readonly Resource[] {
    return plan.select(type).filter((part) => belongs(part, account, plan).failures.length === 0);
}

/** What holds of each part of this type, if it is one. */
export function judgeParts(
    account: Resource,
    plan: Plan,
    type: Selector,
    judge: (part: Resource) => Verdict,
): readonly Verdict[] {
    return partsOf(account, plan, type).map((part) =>
        judgeJoined(part, (seen) => all(belongs(seen, account, plan), judge(seen))),
    );
}

/** The account has a service of this type, and it holds; an account without one is as Azure makes it. */
export function serviceMust(
    account: Resource,
    plan: Plan,
    service: Selector,
    failure: string,
    judge: (service: Resource) => Verdict,
): Verdict {
    const verdicts = judgeParts(account, plan, service, judge);
    return verdicts.length === 0 ? fail(failure) : all(...verdicts);
}

/** By the account's name when both know it, because it is unique in Azure; else by what the plan shows. */
export function belongs(part: Resource, account: Resource, plan: Plan): Verdict {
    const [named, own] = [part.at("accountName"), accountName(account)];
    if (named.text !== undefined && own !== undefined) {
        return named.text.toLowerCase() === own.toLowerCase() ? pass : fail("it is another account's");
    }
    const candidates = named.isUnknown ? mayOwn(part, plan) : seemToOwn(part, plan);
    if (!candidates.some(({ urn }) => urn === account.urn)) {
        return fail("it is another account's");
    }
    return candidates.length > 1 ? undecided(named.path) : pass;
}

/** The accounts that the plan shows to be behind a part's account name; more than one when it shows no better. */
function seemToOwn(part: Resource, plan: Plan): readonly Resource[] {
    const accounts = plan.select(storageAccount);
    return nearest(
        plan.referents(part, "accountName", storageAccount),
        accounts.filter(({ urn }) => part.facts.dependencies.includes(urn)),
        accounts.filter(({ urn }) => urn === part.facts.parent),
    );
}

/**
 * A name that nobody knows yet is an output of the plan. Pulumi's SDK for Java does not say of which resource, unless it is an
 * id, so that the account in the same component, or else in the same plan, has to do.
 */
function mayOwn(part: Resource, plan: Plan): readonly Resource[] {
    const accounts = plan.select(storageAccount);
    const siblings = accounts.filter(({ facts }) => facts.parent !== undefined && facts.parent === part.facts.parent);
    return nearest(seemToOwn(part, plan), siblings, accounts);
}

function nearest(...evidence: readonly (readonly Resource[])[]): readonly Resource[] {
    return evidence.find((accounts) => accounts.length > 0) ?? [];
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
    return (
        offersFiles(account) &&
        (partsOf(account, plan, fileShare).length > 0 || plan.referrers(account, "storageAccount", workspace).length > 0)
    );
}

function accountName(account: Resource): string | undefined {
    return account.at("accountName").text ?? account.facts.id?.split("/").at(-1);
}

function isKind(account: Resource, ...kinds: readonly string[]): boolean {
    return kinds.some((kind) => kind.toLowerCase() === account.at("kind").text?.toLowerCase());
}
