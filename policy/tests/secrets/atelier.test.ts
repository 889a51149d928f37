import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { secretsIn } from "../../src/secrets/scan";

const resources = join(__dirname, "../../../../src/test/resources");
const skip = existsSync(resources) ? false : "the pack stands alone, without the program whose boot data this is";

describe("Atelier's own boot data", { skip }, () => {
    it("holds no secret, plain or in base64", async () => {
        const files = readdirSync(join(resources, "boot")).map((file) => readFileSync(join(resources, "boot", file), "utf8"));
        assert.equal(files.length, 3);
        for (const text of files) {
            assert.deepEqual(await secretsIn(text), []);
            assert.deepEqual(await secretsIn(Buffer.from(text).toString("base64")), []);
        }
    });

    it("holds no secret in any of its stacks", async () => {
        const documents = readdirSync(join(resources, "golden"))
            .filter((file) => file.endsWith(".json"))
            .flatMap((file) => Object.values(JSON.parse(readFileSync(join(resources, "golden", file), "utf8"))))
            .map((inputs) => (inputs as { userData?: object }).userData)
            .filter((document) => document !== undefined);
        assert.ok(documents.length > 4);
        for (const document of documents) {
            assert.deepEqual(await secretsIn(Buffer.from(JSON.stringify(document)).toString("base64")), []);
        }
    });
});
