import { Finding } from "../judgement";
import { policyName, Rule, Severity } from "../rule";

/** How GitHub ranks security findings: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const ranks: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.0", low: "2.0" };

/** Findings for programs: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function asSarif(file: string, rules: readonly Rule[], findings: readonly Finding[]): string {
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: "atelier-policy", rules: rules.map(describe) } },
                results: findings.map((finding) => result(file, finding)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describe(rule: Rule) {
    return {
        id: policyName(rule),
        shortDescription: { text: rule.title },
        fullDescription: { text: rule.why },
        help: { text: rule.remediation },
        helpUri: rule.url,
        properties: { "security-severity": ranks[rule.severity] },
    };
}

function result(file: string, { rule, urn, message }: Finding) {
    return {
        ruleId: policyName(rule),
        level: rule.level === "mandatory" ? "error" : "note",
        message: { text: message },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: file } },
                logicalLocations: [{ fullyQualifiedName: urn, kind: "resource" }],
            },
        ],
    };
}
