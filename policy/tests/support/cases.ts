import { Parameters, Rule, Settings } from "../../src/rule";
import { Change, Declared } from "./plans";

/** What a case is an example of. Every rule has at least one of each, or says in `lacks` why it cannot. */
export type Covers = "pass" | "fail" | "absent" | "parent absent" | "unknown";

/** One change of a sound plan and what the rule says then. */
export interface Case {
    readonly name: string;
    readonly covers: Covers;
    /** Names of resources, each with what is changed in it; `remove` takes the resource out of the plan. */
    readonly changes?: Readonly<Record<string, Change | "remove">>;
    /** Resources that are added. */
    readonly adds?: readonly Declared[];
    readonly settings?: Settings<Parameters>;
    /** For each resource that the rule reports, by name, every message in order. Nothing else may be reported. */
    readonly reports: Readonly<Record<string, readonly string[]>>;
}

/** The cases of one rule. */
export interface Suite {
    readonly rule: Rule;
    /** A plan in which the rule finds nothing. */
    readonly sound: readonly Declared[];
    readonly cases: readonly Case[];
    /** Kinds of cases that cannot exist for this rule, each with the reason. */
    readonly lacks?: Partial<Record<Covers, string>>;
}

/** The instant at which all tests run. */
export const now = new Date("2026-11-25T00:00:00Z");

/** What the rule says of a property that it cannot judge. */
export function undecided(path: string): string {
    return `undecided: ${path} is unknown until the update, and this rule cannot pass without it`;
}

/** The plan of a case. */
export function declaredBy(suite: Suite, one: Case): readonly Declared[] {
    const changes = one.changes ?? {};
    const unmatched = Object.keys(changes).filter((name) => !suite.sound.some((declared) => declared.name === name));
    if (unmatched.length > 0) {
        throw new Error(`${suite.rule.id}, ${one.name}: the sound plan has no ${unmatched.join(", ")}`);
    }
    const changed = suite.sound.flatMap((declared) => {
        const change = changes[declared.name] ?? ((same: Declared) => same);
        return change === "remove" ? [] : [change(declared)];
    });
    return [...changed, ...(one.adds ?? [])];
}
