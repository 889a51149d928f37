import { AnalyzeDiagnostic, EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { ResourceFacts } from "../../src/plan/resource";
import { policyName, Rule } from "../../src/rule";
import { Analyzer } from "./analyzer";
import { unknowns, Wire, wire } from "./wire";

/** What a rule tells of one resource, as far as the engine acts upon it. */
export interface Told {
    readonly level: EnforcementLevel;
    readonly severity: PolicySeverity;
    readonly message: string;
}

/** For each resource that a rule reports, by name, what it tells, in order. */
export type Reported = Readonly<Record<string, readonly Told[]>>;

/** Which properties a provider's outputs have beside the inputs, by type. A preview calls them unknown, whether set or not. */
export type Outputs = (type: string) => readonly string[];

/** Shows a whole plan to a pack as a preview does: resource by resource, then the stack's outputs. */
export async function replay(
    analyzer: Analyzer,
    plan: readonly ResourceFacts[],
    outputs: Outputs,
): Promise<readonly AnalyzeDiagnostic.AsObject[]> {
    const told: AnalyzeDiagnostic.AsObject[] = [];
    for (const facts of plan) {
        told.push(...(await analyzer.analyze(facts, wire(facts.inputs))));
    }
    told.push(...(await analyzer.analyzeStack(plan.map((facts) => [facts, outputsOf(facts, outputs(facts.type))] as const))));
    return told;
}

/** What one rule told. */
export function reportedBy(rule: Rule, plan: readonly ResourceFacts[], told: readonly AnalyzeDiagnostic.AsObject[]): Reported {
    const names = new Map(plan.map((facts) => [facts.urn, facts.name]));
    const reported: Record<string, Told[]> = {};
    for (const { urn, enforcementlevel, severity, message } of told.filter((one) => one.policyname === policyName(rule))) {
        (reported[names.get(urn) ?? urn] ??= []).push({ level: enforcementlevel, severity, message });
    }
    return reported;
}

function outputsOf(facts: ResourceFacts, keys: readonly string[]): Wire {
    const unset = Object.fromEntries([...keys, "id"].map((key) => [key, unknowns.text]));
    return { ...unset, ...wire(facts.inputs), ...(facts.id === undefined ? {} : { id: facts.id }) };
}
