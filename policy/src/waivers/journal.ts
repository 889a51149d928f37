import { Finding } from "../judgement";
import { policyName, Rule } from "../rule";

/** What every rule has found, by policy and resource, so that waivers can be held against it at the end. */
export class Journal {
    private readonly found = new Map<string, Map<string, readonly Finding[]>>();

    /** Notes what a rule finds at these resources, in place of what it found there before. */
    note(rule: Rule, urns: readonly string[], findings: readonly Finding[]): void {
        const policy = this.found.get(policyName(rule)) ?? new Map<string, readonly Finding[]>();
        urns.forEach((urn) =>
            policy.set(
                urn,
                findings.filter((finding) => finding.urn === urn),
            ),
        );
        this.found.set(policyName(rule), policy);
    }

    /** What was found at a resource, in the order of the rules. */
    at(urn: string): readonly Finding[] {
        return [...this.found.values()].flatMap((policy) => policy.get(urn) ?? []);
    }

    /** Whether a rule, with all its policies, has judged this resource. */
    hasJudged(rules: readonly Rule[], urn: string): boolean {
        return rules.every((rule) => this.found.get(policyName(rule))?.has(urn) ?? false);
    }
}
