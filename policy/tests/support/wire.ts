import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isList, isValues, unknown, Value, Values } from "../../src/plan/value";

/** Properties as they travel: what is not known is one of seven texts that the engine and the SDKs have agreed on. */
export type Wire = Readonly<Record<string, unknown>>;

/** Those texts, by the type of what is not known: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go */
export const unknowns = {
    boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    text: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    asset: "030794c1-ac77-496b-92df-f27374a8bd58",
    archive: "e48ece36-62e2-4504-bad9-02848725956a",
    map: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
} as const;

/** Inputs as the engine sends them. */
export function wire(values: Values, sentinel: string = unknowns.text): Wire {
    return inWire(values, sentinel) as Wire;
}

function inWire(value: Value, sentinel: string): unknown {
    if (value === unknown) {
        return sentinel;
    }
    if (isList(value)) {
        return value.map((item) => inWire(item, sentinel));
    }
    return isValues(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inWire(item, sentinel)]))
        : value;
}

export function asStruct(properties: Wire): Struct {
    return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}
