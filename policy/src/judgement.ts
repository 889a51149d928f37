import { ignored } from "./ignored";
import { Plan } from "./plan/plan";
import { Resource } from "./plan/resource";
import { Context, ResourceRule, Rule } from "./rule";
import { all, Verdict } from "./verdict";

/** Something a rule reports of a resource. */
export interface Finding {
    readonly rule: Rule;
    readonly urn: string;
    /** Whether it is wrong, could not be judged, or is judged later; nobody is told of what is deferred. */
    readonly kind: "failure" | "undecided" | "deferred";
    readonly message: string;
}

/** A rule's verdict on every one of its subjects in a plan. */
export async function judgePlan(rule: Rule, plan: Plan, context: Context): Promise<readonly Finding[]> {
    const subjects = plan.select(...rule.subjects);
    const findings = await Promise.all(subjects.map((resource) => judgeOne(rule, resource, plan, context)));
    return findings.flat();
}

/** A rule's verdict on a resource that it can judge by itself. */
export async function judgeResource(rule: ResourceRule, resource: Resource, context: Context): Promise<readonly Finding[]> {
    return isSubject(rule, resource) ? judgeOne(rule, resource, new Plan([resource]), context) : [];
}

/** Whether a rule says anything of a resource. */
export function isSubject(rule: Rule, { type }: Resource): boolean {
    return rule.subjects.some((subject) => subject.matches(type));
}

async function judgeOne(rule: Rule, resource: Resource, plan: Plan, context: Context): Promise<readonly Finding[]> {
    const looked = new Set<string>();
    const verdict = await judge(rule, watched(resource, looked), plan, context);
    return findings(rule, resource, all(verdict, ignored(resource, looked)), context);
}

/** The resource, noting what is looked at if it matters. Otherwise it stays the plan's own, of which parts are judged already. */
function watched(resource: Resource, looked: Set<string>): Resource {
    return resource.options.ignoreChanges.length === 0 ? resource : resource.observed((path) => looked.add(path));
}

function judge(rule: Rule, resource: Resource, plan: Plan, context: Context): Verdict | Promise<Verdict> {
    return rule.scope === "resource" ? rule.judge(resource, context) : rule.judge(resource, plan, context);
}

function findings(rule: Rule, resource: Resource, verdict: Verdict, context: Context): readonly Finding[] {
    const later = rule.scope === "resource" && context.updateFollows ? rule.judgedAtUpdate : [];
    return [
        ...verdict.failures.map((message) => ({ rule, urn: resource.urn, kind: "failure" as const, message })),
        ...verdict.undecided.map((path) => ({
            rule,
            urn: resource.urn,
            kind: later.some((deferred) => isAt(path, deferred)) ? ("deferred" as const) : ("undecided" as const),
            message: `undecided: ${path} is unknown${context.updateFollows ? " until the update" : ""}, and this rule cannot pass without it`,
        })),
    ];
}

function isAt(path: string, place: string): boolean {
    return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
