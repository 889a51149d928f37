import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unknown, Value, Values } from "../plan/value";

/**
 * What the engine writes where a value is unknown, by its type: a boolean, a number, a text, a list, an asset, an archive, a map.
 * https://github.com/pulumi/pulumi/blob/v3.259.0/sdk/go/common/resource/plugin/rpc.go
 */
const unknowns: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

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
    if (unknowns.has(value)) {
        return unknown;
    }
    if (Array.isArray(value)) {
        return value.map(valueOf);
    }
    return typeof value === "object" && value !== null ? map(value as Record<string, unknown>) : (value as Value);
}
