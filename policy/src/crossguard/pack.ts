import "./loading";
import { PolicyPack, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { Finding, isSubject, judgePlan, judgeResource } from "../judgement";
import { Resource } from "../plan/resource";
import {
    Context,
    defaultSettings,
    Metadata,
    Parameters,
    PlanRule,
    policyName,
    References,
    ResourceRule,
    Rule,
    Settings,
} from "../rule";
import { Desk } from "../waivers/desk";
import { WaiverFile } from "../waivers/file";
import { Ledger } from "./ledger";
import { readOnce } from "./requests";

/** What differs between a real run and a test. */
export interface Surroundings {
    readonly now: () => Date;
    readonly waivers: WaiverFile;
}

/** Starts the pack that the Pulumi engine talks to. There can be one in a process. */
export function startPack(rules: readonly Rule[], surroundings: Surroundings): PolicyPack {
    const ledger = new Ledger();
    readOnce(ledger);
    const desk = new Desk(rules, surroundings.waivers);
    refuseTwins(desk.rules);
    return new PolicyPack("atelier", {
        description: "Judges Azure machine-learning workstations, and everything around them, before they are built.",
        displayName: "Atelier",
        provider: "azure",
        tags: ["azure", "machine-learning", "security"],
        policies: desk.rules.map((rule) =>
            rule.scope === "resource"
                ? resourcePolicy(rule, ledger, desk, surroundings)
                : planPolicy(rule, ledger, desk, surroundings),
        ),
    });
}

/** A configuration of one policy would be one of the other, too. */
function refuseTwins(rules: readonly Rule[]): void {
    const names = rules.map(policyName);
    const twins = names.filter((name, index) => names.indexOf(name) !== index);
    if (twins.length > 0) {
        throw new Error(`several policies are named ${twins.join(", ")}`);
    }
}

function resourcePolicy(rule: ResourceRule, ledger: Ledger, desk: Desk, surroundings: Surroundings): ResourceValidationPolicy {
    const judge = async (resource: Resource, judged: Context, report: ReportViolation) => {
        const findings = await judgeResource(rule, resource, judged);
        tell(desk.reported(rule, [resource.urn], findings, judged.now), report);
    };
    return {
        ...described(rule),
        validateResource: (args, report) => {
            const resource = ledger.resource(args.urn);
            // Most rules have nothing to say of most resources, and the engine waits while each of them says so.
            if (!isSubject(rule, resource)) {
                desk.passed(rule, resource.urn);
                return;
            }
            return judge(resource, context(rule, args.getConfig(), surroundings), report);
        },
    };
}

function planPolicy(rule: PlanRule, ledger: Ledger, desk: Desk, surroundings: Surroundings): StackValidationPolicy {
    return {
        ...described(rule),
        validateStack: async (args, report) => {
            const plan = ledger.wholePlan;
            const judged = context(rule, args.getConfig(), surroundings);
            const findings = await judgePlan(rule, plan, judged);
            tell(
                desk.reported(
                    rule,
                    plan.resources.map(({ urn }) => urn),
                    findings,
                    judged.now,
                ),
                report,
            );
        },
    };
}

function tell(findings: readonly Finding[], report: ReportViolation): void {
    findings.forEach((finding) => report(finding.message, finding.urn));
}

/** The engine fills in defaults; a server that nobody has configured has none. */
function context(rule: Rule, configured: Settings<Parameters>, surroundings: Surroundings): Context {
    return { now: surroundings.now(), updateFollows: true, settings: { ...defaultSettings(rule), ...configured } };
}

function described(rule: Rule) {
    return {
        name: policyName(rule),
        description: `${rule.title}. ${rule.why}`,
        displayName: `${rule.id} ${rule.title}`,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.remediation,
        url: rule.url,
        tags: ids(rule.references),
        framework: {
            name: "Microsoft cloud security benchmark",
            version: "1",
            reference: rule.references.mcsb.join(","),
            specification: specification(rule),
        },
        configSchema: { properties: schemas(rule) },
    };
}

function ids({ azurePolicy, checkov, trivy, psRule, kics, cis }: References): string[] {
    return [...azurePolicy, ...checkov, ...trivy, ...psRule, ...kics.map((id) => `KICS ${id}`), ...cis.map((id) => `CIS ${id}`)];
}

function specification({ references: { cis, azurePolicy } }: Metadata): string {
    return [...cis.map((id) => `CIS ${id}`), ...azurePolicy.map((id) => `Azure Policy ${id}`)].join("; ");
}

function schemas(rule: Rule): Record<string, PolicyConfigJSONSchema> {
    const parameters = Object.entries(rule.parameters as Parameters);
    return Object.fromEntries(parameters.map(([name, { schema, default: value }]) => [name, { ...schema, default: value }]));
}
