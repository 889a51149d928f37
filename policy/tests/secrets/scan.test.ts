import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Found, secretsIn } from "../../src/secrets/scan";
import { encodings, harmless, Sample, secrets } from "./corpus";

const seeds = [20261125, 7, 4242];

for (const seed of seeds) {
    describe(`boot data from seed ${seed}`, () => {
        for (const [encoding, encode] of Object.entries(encodings)) {
            it(`tells the kind of every secret, ${encoding}`, async () => {
                const missed = await filtered(
                    secrets(seed),
                    encode,
                    (found, { kind }) => !found.some((one) => one.kind === kind),
                );
                assert.deepEqual(missed, []);
            });

            it(`leaves alone what is none, ${encoding}`, async () => {
                const flagged = await filtered(harmless(seed), encode, (found) => found.length > 0);
                assert.deepEqual(flagged, []);
            });
        }
    });
}

describe("what is told", () => {
    const steps = /^(?:base64|gzip|part \d+|line \d+)$/;
    const kinds = new Set([...secrets(1).map(({ kind }) => kind), "a random value that looks like a key"]);

    it("is a kind and a way, never a text of the payload", async () => {
        for (const { text } of secrets(1)) {
            for (const encode of Object.values(encodings)) {
                for (const { kind, trail } of await secretsIn(encode(text))) {
                    assert.ok(kinds.has(kind), kind);
                    assert.ok(trail.every((step) => steps.test(step)));
                }
            }
        }
    });

    it("is tried on enough", () => {
        assert.ok(kinds.size >= 12);
        assert.ok(harmless(1).length >= 40);
    });
});

async function filtered<S extends Sample>(
    samples: readonly S[],
    encode: (text: string) => string,
    unwanted: (found: readonly Found[], sample: S) => boolean,
): Promise<string[]> {
    const scanned = await Promise.all(samples.map(async (sample) => ({ sample, found: await secretsIn(encode(sample.text)) })));
    return scanned.filter(({ sample, found }) => unwanted(found, sample)).map(({ sample }) => sample.name);
}
