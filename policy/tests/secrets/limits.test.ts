import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { secretsIn } from "../../src/secrets/scan";
import { alphanumeric, Random } from "../support/random";

const base64 = (text: string | Buffer) => Buffer.from(text as string).toString("base64");

function times(count: number, wrap: (text: string) => string, text: string): string {
    return count === 0 ? text : times(count - 1, wrap, wrap(text));
}

describe("what cannot be judged is told", () => {
    it("more layers than anybody needs", async () => {
        const layers = (count: number) => secretsIn(times(count, base64, "echo nothing at all here"));
        assert.deepEqual(await layers(12), []);
        assert.deepEqual(
            (await layers(13)).map(({ kind }) => kind),
            ["data in more layers of encoding than can be judged"],
        );
    });

    it("zipped again and again", async () => {
        const zipped = Array.from({ length: 14 }).reduce((bytes: Buffer) => gzipSync(bytes), Buffer.from("echo nothing"));
        assert.deepEqual(
            (await secretsIn(base64(zipped))).map(({ kind }) => kind),
            ["data in more layers of encoding than can be judged"],
        );
    });

    it("a bomb", async () => {
        const bomb = base64(gzipSync(Buffer.alloc(1 << 24)));
        assert.deepEqual(await secretsIn(bomb), [{ kind: "more data than can be judged", trail: ["base64", "gzip"] }]);
    });

    it("a text beyond the limit, in one piece or in many", async () => {
        const kinds = async (text: string) => new Set((await secretsIn(text)).map(({ kind }) => kind));
        assert.deepEqual(await kinds("echo\n".repeat(1 << 18)), new Set(["more data than can be judged"]));
        const random = new Random(1);
        const bombs = Array.from({ length: 12 }, (_, at) =>
            base64(gzipSync(`${at} ${random.text(9, alphanumeric)}\n`.repeat(1 << 16))),
        );
        assert.deepEqual(await kinds(bombs.join(" ; ")), new Set(["more data than can be judged"]));
    });

    it("broken gzip", async () => {
        const broken = gzipSync("echo nothing at all here");
        broken.fill(0xff, 10);
        assert.deepEqual(await secretsIn(base64(broken)), [{ kind: "gzip that cannot be unpacked", trail: ["base64", "gzip"] }]);
    });

    it("other compressions", async () => {
        const xz = Buffer.concat([Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]), new Random(2).bytes(64)]);
        assert.deepEqual(await secretsIn(`echo ${base64(xz)} | base64 -d | xz -d`), [
            { kind: "an archive that cannot be looked into", trail: ["line 1", "base64"] },
        ]);
    });

    it("MIME parts in parts without end", async () => {
        const nested = Array.from(
            { length: 300 },
            (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
        ).join("");
        assert.deepEqual(
            (await secretsIn(nested)).map(({ kind }) => kind),
            ["a MIME message that cannot be read"],
        );
    });
});

describe("a secret is found", () => {
    const password = "DB_PASSWORD=";
    const value = new Random(3).text(16, alphanumeric);

    it("in a cut gzip", async () => {
        const cut = gzipSync(`echo\n${password}${value}\n${new Random(4).text(4000, alphanumeric)}`).subarray(0, -500);
        assert.deepEqual(
            (await secretsIn(base64(cut))).map(({ kind }) => kind).includes("a value with the name of a secret"),
            true,
        );
    });

    it("in UTF-16, as PowerShell encodes commands", async () => {
        const command = Buffer.from(`$password = '${value}'`, "utf16le");
        assert.deepEqual(await secretsIn(`powershell -EncodedCommand ${base64(command)}`), [
            { kind: "a value with the name of a secret", trail: ["line 1", "base64", "line 1"] },
        ]);
    });

    it("in a list of words, a pair of name and value, and a list of accounts", async () => {
        const config = [
            "#cloud-config",
            "runcmd:",
            `  - [mysql, --password, ${value}]`,
            "env:",
            "  - name: API_TOKEN",
            `    value: ${value}`,
            "chpasswd:",
            "  list: |",
            `    ada:${value}`,
        ];
        assert.deepEqual(
            (await secretsIn(config.join("\n"))).map(({ kind, trail }) => [kind, trail[0]]),
            [
                ["a value with the name of a secret", "line 3"],
                ["a value with the name of a secret", "line 6"],
                ["a value with the name of a secret", "line 8"],
            ],
        );
    });

    it("behind escapes in JSON", async () => {
        const json = `{"pass\\u0077ord": "${value}", "lines": "a\\nclient_secret: ${value}\\nb"}`;
        assert.deepEqual(
            (await secretsIn(json)).map(({ kind }) => kind),
            ["a value with the name of a secret", "a value with the name of a secret"],
        );
    });

    it("in DER", async () => {
        const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        const plain = privateKey.export({ type: "pkcs8", format: "der" });
        const locked = privateKey.export({ type: "pkcs8", format: "der", cipher: "aes-256-cbc", passphrase: value });
        for (const der of [plain, locked, privateKey.export({ type: "sec1", format: "der" })]) {
            assert.deepEqual(await secretsIn(`echo ${base64(der)}`), [{ kind: "a private key", trail: ["line 1", "base64"] }]);
        }
    });

    it("in a comment, although the document holds another", async () => {
        const config = `#cloud-config\n# ghp_${new Random(5).text(36, alphanumeric)}\nfinal_message: {password: ${value}}\n`;
        assert.deepEqual(
            (await secretsIn(config)).map(({ kind }) => kind),
            ["a value with the name of a secret", "a repository host's token", "a random value that looks like a key"],
        );
    });

    it("beside a certificate and inside a text that looks like a vault's address", async () => {
        const text = `url: https://kv.vault.azure.net/secrets/x\npassword: ${value}\n-----BEGIN CERTIFICATE-----\nAAAA\n`;
        assert.deepEqual(
            (await secretsIn(text)).map(({ trail }) => trail),
            [["line 2"]],
        );
    });
});
