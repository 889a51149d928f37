import { PolicyConfigJSONSchema, PolicyConfigJSONSchemaType } from "@pulumi/policy/schema";
import { Plan } from "./plan/plan";
import { Resource } from "./plan/resource";
import { Selector } from "./plan/selector";
import { Verdict } from "./verdict";

/** The same check in other people's rule sets. */
export interface References {
    /** Ids of built-in Azure Policy definitions. */
    readonly azurePolicy: readonly string[];
    /** Controls of the Microsoft cloud security benchmark, version 1. */
    readonly mcsb: readonly string[];
    /** Version and number in the CIS Microsoft Azure Foundations Benchmark, as in `3.0.0:4.1`. */
    readonly cis: readonly string[];
    readonly checkov: readonly string[];
    readonly trivy: readonly string[];
    readonly psRule: readonly string[];
    /** Beginnings of the ids of KICS queries. */
    readonly kics: readonly string[];
}

export type Severity = "low" | "medium" | "high" | "critical";

/** Mandatory rules fail a preview; advisory ones are told. */
export type Level = "mandatory" | "advisory";

/** What a rule says of itself. */
export interface Metadata {
    /** As in `STO-01`. */
    readonly id: string;
    /** Completes the policy's name, as in `https-only` for `sto-01-https-only`. */
    readonly slug: string;
    /** What must hold, in one line. */
    readonly title: string;
    /** What happens when it does not hold. */
    readonly why: string;
    /** What to change. */
    readonly remediation: string;
    readonly severity: Severity;
    readonly level: Level;
    /** Documentation of the property or the risk. */
    readonly url: string;
    readonly references: References;
}

/** A setting of a rule, with the safe value that holds when nobody sets it. */
export interface Parameter<T extends PolicyConfigJSONSchemaType> {
    readonly schema: PolicyConfigJSONSchema;
    readonly default: T;
}

export type Parameters = Readonly<Record<string, Parameter<PolicyConfigJSONSchemaType>>>;

/** The values of a rule's parameters. */
export type Settings<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** What a rule may look at besides the plan. */
export interface Context<P extends Parameters = Parameters> {
    readonly now: Date;
    /** Whether an update follows that judges again what is unknown now; not so for a stack that has been exported. */
    readonly updateFollows: boolean;
    readonly settings: Settings<P>;
}

interface Common<P extends Parameters> extends Metadata {
    /** Which resources it judges, one by one. */
    readonly subjects: readonly Selector[];
    readonly parameters: P;
}

/** A rule that needs to see only the resource itself. It is judged before the resource is created or changed, in a preview and again in an update. */
export interface ResourceRule<P extends Parameters = Parameters> extends Common<P> {
    readonly scope: "resource";
    /** Paths that a preview may leave unknown, because the update judges them before the resource is touched. */
    readonly judgedAtUpdate: readonly string[];
    judge(resource: Resource, context: Context<P>): Verdict | Promise<Verdict>;
}

/** A rule that joins resources. It is judged on the whole plan at the end of a preview; nothing can be left to the update. */
export interface PlanRule<P extends Parameters = Parameters> extends Common<P> {
    readonly scope: "plan";
    judge(resource: Resource, plan: Plan, context: Context<P>): Verdict | Promise<Verdict>;
}

// The parameters of a rule in a list of rules are its own affair; `any` forgets their types there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Rule = ResourceRule<any> | PlanRule<any>;

type Optional<R> = Omit<R, "scope" | "parameters" | "judgedAtUpdate">;

export function resourceRule<P extends Parameters = Record<never, never>>(
    rule: Optional<ResourceRule<P>> & { readonly parameters?: P; readonly judgedAtUpdate?: readonly string[] },
): ResourceRule<P> {
    return { parameters: {} as P, judgedAtUpdate: [], ...rule, scope: "resource" };
}

export function planRule<P extends Parameters = Record<never, never>>(
    rule: Optional<PlanRule<P>> & { readonly parameters?: P },
): PlanRule<P> {
    return { parameters: {} as P, ...rule, scope: "plan" };
}

/** The name under which the policy is configured and reported. */
export function policyName(rule: Metadata): string {
    return `${rule.id.toLowerCase()}-${rule.slug}`;
}

/** The values that hold when nobody sets any. */
export function defaultSettings(rule: Rule): Settings<Parameters> {
    return Object.fromEntries(Object.entries(rule.parameters as Parameters).map(([name, { default: value }]) => [name, value]));
}
