import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { Level, Metadata, Severity } from "../../src/rule";
import { Reported } from "./replay";

/** A rule's severity as the wire says it. */
export const severityOnTheWire: Readonly<Record<Severity, PolicySeverity>> = {
    low: PolicySeverity.POLICY_SEVERITY_LOW,
    medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
    high: PolicySeverity.POLICY_SEVERITY_HIGH,
    critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
};

/** A rule's level as the wire says it. */
export const levelOnTheWire: Readonly<Record<Level, EnforcementLevel>> = {
    mandatory: EnforcementLevel.MANDATORY,
    advisory: EnforcementLevel.ADVISORY,
};

/** What the engine is told when a rule reports these messages, by name of the resource. */
export function expected(rule: Metadata, reports: Readonly<Record<string, readonly string[]>>): Reported {
    const told = (message: string) => ({
        level: levelOnTheWire[rule.level],
        severity: severityOnTheWire[rule.severity],
        message: `${rule.title}. ${rule.why}\n${message}`,
    });
    return Object.fromEntries(Object.entries(reports).map(([name, messages]) => [name, messages.map(told)]));
}
