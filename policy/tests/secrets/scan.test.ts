import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { secretsIn } from "../../src/secrets/scan";
import { encodings, harmless, secrets } from "./corpus";

const seeds = [20261125, 7, 4242];

for (const seed of seeds) {
    describe(`boot data from seed ${seed}`, () => {
        for (const [encoding, encode] of Object.entries(encodings)) {
            it(`finds every secret, ${encoding}`, async () => {
                const missed = await filtered(secrets(seed), encode, (found) => found === 0);
                assert.deepEqual(missed, []);
            });

            it(`leaves alone what is none, ${encoding}`, async () => {
                const flagged = await filtered(harmless(seed), encode, (found) => found > 0);
                assert.deepEqual(flagged, []);
            });
        }
    });
}

async function filtered(
    samples: ReturnType<typeof secrets>,
    encode: (text: string) => string,
    unwanted: (found: number) => boolean,
): Promise<string[]> {
    const counted = await Promise.all(
        samples.map(async ({ name, text }) => ({ name, found: (await secretsIn(encode(text))).length })),
    );
    return counted.filter(({ found }) => unwanted(found)).map(({ name }) => name);
}
