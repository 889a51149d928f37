import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isUnknownMark, unknown, Value, Values } from "../plan/value";

/** As it comes over the wire. */
type Json = ReturnType<Struct["toJavaScript"]>;

interface Sdk {
    deserializeProperties(properties: Pick<Struct, "toJavaScript">, keepSecrets: boolean): Record<string, unknown>;
}

/** Properties as a plan has them. */
export function valuesOf(properties: Struct | undefined): Values {
    return map(unwrapped(properties?.toJavaScript() ?? {}));
}

/** One of the properties, without a look at the others. */
export function valueAt(key: string, properties: Struct | undefined): Value | undefined {
    const value = properties?.getFieldsMap().get(key)?.toJavaScript();
    return value === undefined ? undefined : map(unwrapped({ [key]: value }))[key];
}

/** The SDK takes the wrapping from secrets and makes objects of assets. */
function unwrapped(properties: Json): Record<string, unknown> {
    const { deserializeProperties } = require("@pulumi/policy/deserialize") as Sdk;
    return deserializeProperties({ toJavaScript: () => properties }, false);
}

function map(values: Record<string, unknown>): Values {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, valueOf(value)]));
}

function valueOf(value: unknown): Value {
    if (isUnknownMark(value)) {
        return unknown;
    }
    if (Array.isArray(value)) {
        return value.map(valueOf);
    }
    return typeof value === "object" && value !== null ? map(value as Record<string, unknown>) : (value as Value);
}
