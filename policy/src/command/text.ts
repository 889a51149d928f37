import { Finding } from "../judgement";
import { Plan } from "../plan/plan";
import { policyName } from "../rule";

/** Findings for people: by resource, in the stack's order, and how many there are. */
export function asText(plan: Plan, findings: readonly Finding[]): string {
    const found = plan.resources
        .map((resource) => ({ resource, findings: findings.filter(({ urn }) => urn === resource.urn) }))
        .filter((one) => one.findings.length > 0);
    const paragraphs = found.map(({ resource: { type, name }, findings: own }) =>
        [`${type} ${name}`, ...own.map(({ rule, message }) => `  [${rule.level}] ${policyName(rule)}: ${message}`)].join("\n"),
    );
    const mandatory = findings.filter(({ rule }) => rule.level === "mandatory").length;
    const summary = `${plan.resources.length} resources: ${mandatory} mandatory and ${findings.length - mandatory} advisory findings`;
    return [...paragraphs, summary, ""].join("\n");
}
