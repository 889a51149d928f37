import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** What the SDK makes of a resource's properties before it asks a policy. */
type Convert = (properties: Struct, keepSecrets: boolean) => Record<string, unknown>;

/**
 * Makes the SDK convert each resource once.
 *
 * It does so anew for every policy, because a policy may change what it is given; those of this pack read only. With 60 policies the
 * conversions take longer than all judging: https://github.com/pulumi/pulumi-policy/blob/v1.21.0/sdk/nodejs/policy/server.ts
 */
export function convertOnce(): void {
    const sdk = require("@pulumi/policy/deserialize") as { deserializeProperties: Convert };
    const convert = sdk.deserializeProperties;
    const converted = new WeakMap<Struct, Record<string, unknown>>();
    sdk.deserializeProperties = (properties, keepSecrets) => {
        if (keepSecrets) {
            return convert(properties, keepSecrets);
        }
        const kept = converted.get(properties) ?? convert(properties, keepSecrets);
        converted.set(properties, kept);
        return kept;
    };
}
