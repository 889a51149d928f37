import { Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import { Metadata } from "../rule";
import { allowedPattern, pattern } from "./pattern";
import { longestDays, Waiver } from "./waiver";

/** A file of waivers: those that are well made, and what is wrong with the others. */
export interface WaiverFile {
    readonly waivers: readonly Waiver[];
    /** One sentence each, with the line, the place, and what is allowed there. */
    readonly problems: readonly string[];
}

export const noWaivers: WaiverFile = { waivers: [], problems: [] };

type Check = (value: unknown) => boolean;

/** What a key of a waiver may be. */
interface Key {
    /** Completes "it must be ...". */
    readonly allowed: string;
    readonly check: Check;
}

const filled =
    (characters: number): Check =>
    (value) =>
        typeof value === "string" && value.trim().length >= characters;

/** The shortest reason: a few words. */
const leastReason = 10;

const required: Readonly<Record<string, Key>> = {
    rule: { allowed: "the id of a rule, as AML-01", check: filled(1) },
    resource: { allowed: allowedPattern, check: (value) => typeof value === "string" && pattern(value) !== undefined },
    reason: { allowed: `why, in ${leastReason} characters or more`, check: filled(leastReason) },
    owner: { allowed: "whom to ask", check: filled(1) },
    expires: { allowed: `a day as 2027-01-31, at most ${longestDays} days ahead`, check: isDay },
};

const optional: Readonly<Record<string, Key>> = { breakGlass: { allowed: "true", check: (value) => value === true } };

/**
 * Reads waivers, whatever the text is. What is well made holds even if others are not.
 *
 * @param name of the file, for its problems
 * @param rules the rules that can be waived
 */
export function parseWaivers(name: string, text: string, rules: readonly Metadata[]): WaiverFile {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors.map(({ pos, message }) => ({ at: pos[0], message })), ...aliases(document)];
    if (faults.length > 0) {
        return { waivers: [], problems: faults.map(({ at, message }) => `${name}:${lines.linePos(at).line}: ${message}`) };
    }
    const reader = new Reader(name, document, lines, rules);
    return reader.read();
}

interface Fault {
    /** How many characters are before it. */
    readonly at: number;
    readonly message: string;
}

/** Who reads a waiver shall see all of it in one place. */
function aliases(document: Document): readonly Fault[] {
    const faults: Fault[] = [];
    visit(document, {
        Alias: (_, { source, range }) => {
            faults.push({ at: range?.[0] ?? 0, message: `*${source} is an alias; write the value itself` });
        },
    });
    return faults;
}

class Reader {
    private readonly problems: string[] = [];

    constructor(
        private readonly name: string,
        private readonly document: Document,
        private readonly lines: LineCounter,
        private readonly rules: readonly Metadata[],
    ) {}

    read(): WaiverFile {
        const root: unknown = this.document.toJS() ?? {};
        if (!isMap(root)) {
            this.report([], "the file must be a map with the key waivers");
            return { waivers: [], problems: this.problems };
        }
        this.refuseOthers([], root, ["waivers"]);
        const list = root["waivers"] ?? [];
        if (!Array.isArray(list)) {
            this.report(["waivers"], "waivers must be a list");
            return { waivers: [], problems: this.problems };
        }
        const waivers = list.flatMap((entry: unknown, index) => this.waiver(entry, index, list));
        return { waivers, problems: this.problems };
    }

    private waiver(entry: unknown, index: number, list: readonly unknown[]): readonly Waiver[] {
        const before = this.problems.length;
        if (!isMap(entry)) {
            this.report(["waivers", index], `waivers[${index}] must be a map with ${Object.keys(required).join(", ")}`);
            return [];
        }
        this.checkKeys(entry, index);
        this.checkRule(entry, index);
        this.checkTwins(entry, index, list);
        const { rule, resource, reason, owner, expires } = entry as Record<string, string>;
        const parsed = typeof resource === "string" ? pattern(resource) : undefined;
        return parsed === undefined || this.problems.length > before
            ? []
            : [{ place: this.place(["waivers", index]), rule, resource: parsed, reason, owner, expires }];
    }

    private checkKeys(entry: Readonly<Record<string, unknown>>, index: number): void {
        const keys = { ...required, ...optional };
        this.refuseOthers(["waivers", index], entry, Object.keys(keys));
        for (const [key, { allowed, check }] of Object.entries(keys)) {
            const value = entry[key];
            if (value === undefined ? key in required : !check(value)) {
                const is = value === undefined ? "missing" : JSON.stringify(value);
                this.report(["waivers", index, key], `waivers[${index}].${key} is ${is}; it must be ${allowed}`);
            }
        }
    }

    /** What exposes a network or a secret to everyone is waived only by somebody who says that he breaks the glass. */
    private checkRule(entry: Readonly<Record<string, unknown>>, index: number): void {
        const id = entry["rule"];
        const rule = this.rules.find((one) => one.id === id);
        if (typeof id === "string" && rule === undefined) {
            this.report(["waivers", index, "rule"], `waivers[${index}].rule is ${id}; this pack has no such rule`);
        }
        if (rule !== undefined && (rule.severity === "critical") !== (entry["breakGlass"] !== undefined)) {
            const problem =
                rule.severity === "critical"
                    ? `is missing; ${id} is critical, and waiving it takes breakGlass: true`
                    : `is set; ${id} is not critical, and waiving it takes none`;
            this.report(["waivers", index, "breakGlass"], `waivers[${index}].breakGlass ${problem}`);
        }
    }

    private checkTwins(entry: Readonly<Record<string, unknown>>, index: number, list: readonly unknown[]): void {
        const isTwin = (other: unknown) =>
            isMap(other) && other["rule"] === entry["rule"] && other["resource"] === entry["resource"];
        const first = list.findIndex(isTwin);
        if (first < index && entry["rule"] !== undefined) {
            this.report(["waivers", index], `waivers[${index}] is for the same as waivers[${first}]; keep one of them`);
        }
    }

    private refuseOthers(
        path: readonly (string | number)[],
        map: Readonly<Record<string, unknown>>,
        keys: readonly string[],
    ): void {
        for (const key of Object.keys(map).filter((other) => !keys.includes(other))) {
            this.report([...path, key], `${[...at(path), key].join(".")} is unknown; the keys are ${keys.join(", ")}`);
        }
    }

    private report(path: readonly (string | number)[], problem: string): void {
        this.problems.push(`${this.name}:${this.line(path)}: ${problem}`);
    }

    private place(path: readonly (string | number)[]): string {
        return `${this.name}:${this.line(path)}: ${at(path).join("")}`;
    }

    /** The line of what is there; of what is around it where nothing is. */
    private line(path: readonly (string | number)[]): number {
        const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
        if (isNode(node) && node.range) {
            return this.lines.linePos(node.range[0]).line;
        }
        return path.length === 0 ? 1 : this.line(path.slice(0, -1));
    }
}

/** `waivers[0]`, or nothing at the root. */
function at([key, index]: readonly (string | number)[]): readonly string[] {
    return key === undefined ? [] : [index === undefined ? String(key) : `${key}[${index}]`];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDay(value: unknown): boolean {
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
        return false;
    }
    const day = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
