import { decide } from "../conditions";
import { Property } from "../plan/property";
import { isList, isValues, unknown, unknownsIn, Value } from "../plan/value";
import { all, fail, pass, undecided, Verdict } from "../verdict";
import { isSecretPair } from "./assignments";
import { Found, secretsIn } from "./scan";

/** A payload must hold no secret in any encoding. The message names the place and the kind, never the text. */
export async function mustHoldNoSecret(payload: Property): Promise<Verdict> {
    const text = payload.text;
    return text === undefined ? decide(payload, () => pass) : verdict(payload.path, await secretsIn(text));
}

/** No text in a map, however deep, is a secret by its form or by its name. */
export async function mustHoldNoSecrets(settings: Property): Promise<Verdict> {
    const { path, value } = settings;
    return all(...(await inside(path, "", value)), undecided(...unknownsIn(value, path)));
}

async function inside(path: string, name: string, value: Value | undefined): Promise<readonly Verdict[]> {
    if (typeof value === "string") {
        const named = isSecretPair(name, value) ? [fail(`${path} holds a value with the name of a secret`)] : [];
        return [...named, verdict(path, await secretsIn(value))];
    }
    if (value === unknown || (!isList(value) && !isValues(value))) {
        return [];
    }
    const children = isList(value)
        ? value.map((item, at) => inside(`${path}[${at}]`, name, item))
        : Object.entries(value).map(([key, item]) => inside(`${path}.${key}`, key, item));
    return (await Promise.all(children)).flat();
}

function verdict(path: string, found: readonly Found[]): Verdict {
    return fail(...found.map(({ kind, trail }) => `${path} holds ${kind}${trail.length > 0 ? ` (${trail.join(", ")})` : ""}`));
}
