import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseConfiguration } from "../configuration/configuration";
import { Rule } from "../rule";
import { Desk } from "../waivers/desk";
import { noWaivers, parseWaivers, WaiverFile } from "../waivers/file";
import { readWaivers } from "../waivers/read";
import { check } from "./check";
import { CannotJudge } from "./failure";
import { codes, Outcome } from "./outcome";
import { asSarif } from "./sarif";
import { parseStack } from "./stack";
import { asText } from "./text";

export const usage = `Usage:
  atelier-policy check [--config FILE] [--waivers FILE] [--format text|sarif] STACK.json
      judges a stack as "pulumi stack export" writes it; what is encrypted in it is unknown, so add --show-secrets there
  atelier-policy config FILE
      judges what shall be given to the CLI as --policy-pack-config

Ends with 0 when nothing mandatory is wrong, with 1 when something is or could not be decided, with 2 when nothing can be judged.
`;

/** What the command stands on. */
export interface Ground {
    readonly rules: readonly Rule[];
    readonly now: () => Date;
    /** The waivers that hold unless others are named. */
    readonly waivers: string;
}

/** Does what the arguments say; every fault of theirs is an outcome, not an exception. */
export async function run(args: readonly string[], ground: Ground): Promise<Outcome> {
    try {
        return await dispatch(args, ground);
    } catch (error) {
        if (error instanceof CannotJudge) {
            return { code: codes.unusable, out: "", err: `${error.message}\n` };
        }
        throw error;
    }
}

async function dispatch([command, ...args]: readonly string[], ground: Ground): Promise<Outcome> {
    switch (command) {
        case "check":
            return checkStack(args, ground);
        case "config":
            return checkConfiguration(args, ground);
        case "--help":
            return { code: codes.sound, out: usage, err: "" };
        default:
            throw new CannotJudge(usage.trimEnd());
    }
}

async function checkStack(args: readonly string[], ground: Ground): Promise<Outcome> {
    const { values, file } = parsed(args, { config: text, waivers: text, format: text });
    const format = values.format ?? "text";
    if (format !== "text" && format !== "sarif") {
        throw new CannotJudge(`--format is ${format}; it must be text or sarif`);
    }
    const plan = parseStack(file, read(file));
    const waivers = waiversOf(values.waivers, ground);
    const configuration = values.config === undefined ? undefined : read(values.config);
    const findings = await check({ plan, rules: ground.rules, waivers, configuration, now: ground.now() });
    const isSound = findings.every(({ rule }) => rule.level !== "mandatory");
    return {
        code: isSound ? codes.sound : codes.unsound,
        out: format === "sarif" ? asSarif(file, new Desk(ground.rules, waivers).rules, findings) : asText(plan, findings),
        err: "",
    };
}

/** A file that somebody names must be there; the one beside the pack need not. */
function waiversOf(named: string | undefined, ground: Ground): WaiverFile {
    return named === undefined ? readWaivers(ground.waivers, ground.rules) : parseWaivers(named, read(named), ground.rules);
}

function checkConfiguration(args: readonly string[], { rules }: Ground): Outcome {
    const { file } = parsed(args, {});
    const { problems } = parseConfiguration(read(file), new Desk(rules, noWaivers).rules);
    return {
        code: problems.length === 0 ? codes.sound : codes.unsound,
        out: "",
        err: problems.map((problem) => `${file}: ${problem}\n`).join(""),
    };
}

const text = { type: "string" as const };

function parsed<K extends string>(args: readonly string[], options: Readonly<Record<K, typeof text>>) {
    const { values, positionals } = parse(args, options);
    if (positionals.length !== 1) {
        throw new CannotJudge(usage.trimEnd());
    }
    return { values: values as Readonly<Partial<Record<K, string>>>, file: positionals[0] };
}

function parse(args: readonly string[], options: Readonly<Record<string, typeof text>>) {
    try {
        return parseArgs({ args: [...args], allowPositionals: true, options });
    } catch (error) {
        throw new CannotJudge(`${(error as TypeError).message}\n\n${usage.trimEnd()}`);
    }
}

function read(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (error) {
        throw new CannotJudge(`${file} cannot be read: ${(error as NodeJS.ErrnoException).message}`);
    }
}
