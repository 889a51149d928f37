/** A value that is not known before the update. */
export const unknown: unique symbol = Symbol("unknown");

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
