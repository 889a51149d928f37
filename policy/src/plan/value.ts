/** A value that is not known before the update. */
export const unknown: unique symbol = Symbol("unknown");

/**
 * What the engine writes where a value is unknown, by its type: a boolean, a number, a text, a list, an asset, an archive, a map.
 * https://github.com/pulumi/pulumi/blob/v3.259.0/sdk/go/common/resource/plugin/rpc.go
 */
const unknownMarks: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether this stands for an unknown value, in what the engine tells and in the state that it writes. */
export function isUnknownMark(value: unknown): boolean {
    return unknownMarks.has(value);
}

/** A value of a plan: JSON, in which any part may be unknown. */
export type Value = null | boolean | number | string | readonly Value[] | Values | typeof unknown;

/** A map of such values, as a resource's inputs are. */
export interface Values {
    readonly [key: string]: Value;
}

export function isValues(value: Value | undefined): value is Values {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
    return Array.isArray(value);
}

/** Where in a value something is unknown, each as the path from there. */
export function unknownsIn(value: Value | undefined, path: string): string[] {
    if (value === unknown) {
        return [path];
    }
    if (isList(value)) {
        return value.flatMap((item, index) => unknownsIn(item, `${path}[${index}]`));
    }
    if (isValues(value)) {
        return Object.keys(value).flatMap((key) => unknownsIn(value[key], path === "" ? key : `${path}.${key}`));
    }
    return [];
}
