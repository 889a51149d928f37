import { PolicyConfigJSONSchemaType } from "@pulumi/policy/schema";
import Ajv, { ErrorObject } from "ajv";
import { defaultSettings, Parameters, policyName, Rule, Settings } from "../rule";

/** What a configuration of the pack does to its policies, and what is wrong with it. */
export interface Configuration {
    readonly problems: readonly string[];
    /** The values of a rule's parameters: those of the configuration, else the safe ones. */
    settings(rule: Rule): Settings<Parameters>;
    isOff(rule: Rule): boolean;
}

type Json = Readonly<Record<string, PolicyConfigJSONSchemaType>>;

/** What the engine's configuration can say of a policy: https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/ */
interface Entry {
    readonly level: unknown;
    readonly parameters: Json;
}

/** The configuration without which the pack's own levels and values hold. */
export const unconfigured: Configuration = configuration({}, []);

/** Reads the JSON that the CLI takes as `--policy-pack-config`. Nothing in it may weaken what is mandatory. */
export function parseConfiguration(text: string, rules: readonly Rule[]): Configuration {
    const [json, problem] = parse(text);
    return problem === undefined ? configuration(json, problemsOf(json, rules)) : configuration({}, [problem]);
}

function parse(text: string): [Json, string | undefined] {
    // The engine takes an empty file for no configuration.
    if (text.trim() === "") {
        return [{}, undefined];
    }
    try {
        const json: unknown = JSON.parse(text);
        return isMap(json) ? [json, undefined] : [{}, "the file must be a JSON object with a key for each policy"];
    } catch (error) {
        return [{}, `the file is no JSON: ${(error as SyntaxError).message}`];
    }
}

function configuration(json: Json, problems: readonly string[]): Configuration {
    return {
        problems,
        settings: (rule) => ({ ...defaultSettings(rule), ...entry(json[policyName(rule)]).parameters }),
        isOff: (rule) => (entry(json[policyName(rule)]).level ?? entry(json["all"]).level) === "disabled",
    };
}

function problemsOf(json: Json, rules: readonly Rule[]): readonly string[] {
    const byName = new Map(rules.map((rule) => [policyName(rule), rule]));
    return Object.entries(json).flatMap(([name, value]) => {
        const rule = byName.get(name);
        if (name !== "all" && rule === undefined) {
            return [`${name}: this pack has no such policy`];
        }
        if (typeof value !== "string" && !isMap(value)) {
            return [`${name}: it must be a level, or an object with enforcementLevel and the policy's parameters`];
        }
        const { level, parameters } = entry(value);
        return [...levelProblems(name, level, rule), ...parameterProblems(name, parameters, rule)];
    });
}

/** For all policies at once, only what is stricter is allowed, because most are mandatory. */
function levelProblems(name: string, level: unknown, rule: Rule | undefined): readonly string[] {
    const allowed = rule?.level === "advisory" ? ["mandatory", "advisory", "disabled"] : ["mandatory"];
    return level === undefined || allowed.includes(String(level))
        ? []
        : [`${name}: enforcementLevel is ${JSON.stringify(level)}; it must be ${allowed.join(", ")} or not set`];
}

function parameterProblems(name: string, parameters: Json, rule: Rule | undefined): readonly string[] {
    const known = (rule?.parameters ?? {}) as Parameters;
    const properties = Object.fromEntries(Object.entries(known).map(([key, { schema }]) => [key, schema]));
    const validate = new Ajv({ allErrors: true }).compile({ type: "object", properties, additionalProperties: false });
    return validate(parameters) ? [] : (validate.errors ?? []).map((error) => `${name}: ${described(error, Object.keys(known))}`);
}

function described({ instancePath, message, params }: ErrorObject, known: readonly string[]): string {
    const unknown = (params as Json)["additionalProperty"];
    return unknown === undefined
        ? `${instancePath.slice(1).replaceAll("/", ".")} ${message}`
        : `${String(unknown)} is no parameter of it; ${known.length > 0 ? `it has ${known.join(", ")}` : "it has none"}`;
}

function entry(value: unknown): Entry {
    if (!isMap(value)) {
        return { level: value, parameters: {} };
    }
    const { enforcementLevel, ...parameters } = value;
    return { level: enforcementLevel, parameters };
}

function isMap(value: unknown): value is Json {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
