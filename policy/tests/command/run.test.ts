import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, describe, it } from "node:test";
import { Outcome } from "../../src/command/outcome";
import { run, usage } from "../../src/command/run";
import { Rule } from "../../src/rule";
import { aml01 } from "../../src/rules/aml-01-private-workspace";
import { aml02 } from "../../src/rules/aml-02-private-endpoint";
import { aml04 } from "../../src/rules/aml-04-customer-managed-key";
import { aml09Machines } from "../../src/rules/aml-09-idle-machines";
import { ops02Tags } from "../../src/rules/ops-02-tags";
import { ops04 } from "../../src/rules/ops-04-protect";
import { now } from "../support/cases";

const pack = path.resolve(__dirname, "../../..");

/** What the sandbox's `pulumi stack export` wrote of the stack minimal, less the outputs and what differs from run to run. */
const minimal = path.join(pack, "tests/fixtures/minimal.json");

const folder = mkdtempSync(path.join(tmpdir(), "check-"));
after(() => rmSync(folder, { recursive: true }));

const rules: readonly Rule[] = [aml01, aml02, aml04, aml09Machines, ops02Tags, ops04];
const workspace = "azure-native:machinelearningservices:Workspace";
const advice = `${workspace} workspace
  [advisory] aml-04-customer-managed-key: encryption.status is not set; it must be Enabled
  [advisory] aml-04-customer-managed-key: encryption.keyVaultProperties.keyIdentifier is not set; it must be set
`;

describe("check", () => {
    it("ends with 0 when only advice is left", async () =>
        assert.deepEqual(await judge(minimal), {
            code: 0,
            out: `${advice}109 resources: 0 mandatory and 2 advisory findings\n`,
            err: "",
        }));

    it("ends with 1 when something mandatory is wrong", async () => {
        const { code, out, err } = await judge(changed(workspace, (inputs) => (inputs.publicNetworkAccess = "Enabled")));
        assert.equal(code, 1);
        assert.equal(err, "");
        assert.match(out, /^ {2}\[mandatory\] aml-01-private-workspace: publicNetworkAccess is "Enabled"; it must be Disabled$/m);
        assert.match(out, /^109 resources: 1 mandatory and 2 advisory findings$/m);
    });

    it("joins resources by their ids", async () => {
        const endpoint = (inputs: Inputs) => (inputs.privateLinkServiceConnections = []);
        const { code, out } = await judge(changed("azure-native:network:PrivateEndpoint", endpoint));
        assert.equal(code, 1);
        assert.match(out, /aml-02-private-endpoint: no private endpoint leads to its group amlworkspace/);
    });

    it("sees the options of resources", async () => {
        const file = written(readFileSync(minimal, "utf8").replaceAll('"protect":true', '"protect":false'));
        const { code, out } = await judge(file);
        assert.equal(code, 1);
        assert.equal(out.match(/\[mandatory\] ops-04-protect: the option protect is off/g)?.length, 4);
    });

    it("ends with 1 when something is encrypted, and says so", async () => {
        const encrypted = { [signature]: secret, ciphertext: "v1:abc:def" };
        const { code, out } = await judge(
            changed("azure-native:compute:VirtualMachine", (inputs) => (inputs.userData = encrypted)),
        );
        assert.equal(code, 1);
        assert.match(out, /aml-09-idle-machines: undecided: userData is unknown, and this rule cannot pass without it$/m);
    });

    it("judges a secret that the export shows, and does not show it", async () => {
        const document = Buffer.from('{"idleAfter": "hunter2"}').toString("base64");
        const shown = { [signature]: secret, plaintext: JSON.stringify(document) };
        const { code, out } = await judge(changed("azure-native:compute:VirtualMachine", (inputs) => (inputs.userData = shown)));
        assert.equal(code, 1);
        assert.match(out, /aml-09-idle-machines: userData has an idleAfter that is neither/);
        assert.doesNotMatch(out, /hunter2/);
        assert.doesNotMatch(out, new RegExp(document));
    });

    it("leaves out what is about to be deleted or was only read", async () => {
        const mark = (key: string) =>
            readFileSync(minimal, "utf8").replace(
                "\n]}}",
                `,\n{"urn":"urn:pulumi:minimal::atelier::azure-native:keyvault:Vault::other","type":"azure-native:keyvault:Vault",${key}}\n]}}`,
            );
        assert.equal((await judge(written(mark('"delete":true')))).code, 0);
        assert.equal((await judge(written(mark('"external":true')))).code, 0);
        assert.equal((await judge(written(mark('"delete":false')))).code, 1);
    });

    it("knows waivers, and reminds of them", async () => {
        const waivers = written(`waivers:
  - {rule: AML-01, resource: "${workspace}::workspace", reason: A course has guests., owner: ada, expires: 2026-12-01}
`);
        const file = changed(workspace, (inputs) => (inputs.publicNetworkAccess = "Enabled"));
        const { code, out } = await judge(file, "--waivers", waivers);
        assert.equal(code, 0);
        assert.match(out, /\[advisory\] pack-01-waived: AML-01 is waived until 2026-12-01 by ada \(A course has guests\.\): /);
        assert.match((await judge(minimal, "--waivers", waivers)).out, /\[mandatory\] pack-01-unused-waivers: /);
    });

    it("takes the configuration that the CLI takes", async () => {
        const configuration = written('{"aml-04-customer-managed-key": "disabled", "ops-02-tags": {"more": ["expires"]}}');
        const { code, out } = await judge(minimal, "--config", configuration);
        assert.equal(code, 1);
        assert.doesNotMatch(out, /aml-04/);
        assert.match(out, /ops-02-tags: tags has no expires/);
    });

    it("writes SARIF", async () => {
        const file = changed(workspace, (inputs) => (inputs.publicNetworkAccess = "Enabled"));
        const { code, out } = await judge(file, "--format", "sarif");
        assert.equal(code, 1);
        const { version, runs } = JSON.parse(out);
        assert.equal(version, "2.1.0");
        const result = runs[0].results[0];
        assert.equal(result.ruleId, "aml-01-private-workspace");
        assert.equal(result.level, "error");
        assert.equal(result.message.text, 'publicNetworkAccess is "Enabled"; it must be Disabled');
        assert.match(result.locations[0].logicalLocations[0].fullyQualifiedName, /Workspace::workspace$/);
        const known = runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
        assert.deepEqual(
            runs[0].results.filter(({ ruleId }: { ruleId: string }) => !known.includes(ruleId)),
            [],
        );
    });

    const broken: Readonly<Record<string, RegExp>> = {
        "": /is no JSON: /,
        "{": /is no JSON: /,
        null: /is no stack: deployment\.resources is no list/,
        "[]": /is no stack: deployment\.resources is no list/,
        '{"version": 3}': /is no stack: deployment\.resources is no list/,
        '{"deployment": {"resources": {}}}': /is no stack: deployment\.resources is no list/,
        '{"deployment": {"resources": [{"urn": "urn:pulumi:a::b::c:d:E::f"}]}}':
            /is no stack: deployment\.resources\[0\] has no urn and type/,
        '{"deployment": {"resources": [null]}}': /is no stack: deployment\.resources\[0\] has no urn and type/,
    };
    for (const [text, problem] of Object.entries(broken)) {
        it(`ends with 2 for ${JSON.stringify(text)}`, async () => unusable(await judge(written(text)), problem));
    }

    it("ends with 2 for files that are not there", async () => {
        unusable(await judge(path.join(folder, "none.json")), /none\.json cannot be read: ENOENT/);
        unusable(await judge(minimal, "--waivers", path.join(folder, "none.yaml")), /none\.yaml cannot be read: ENOENT/);
        unusable(await judge(minimal, "--config", folder), /cannot be read: EISDIR/);
    });

    it("ends with 2 for a configuration that weakens it", async () =>
        unusable(
            await judge(minimal, "--config", written('{"all": "disabled"}')),
            /^the configuration is refused:\n {2}all: enforcementLevel is "disabled"; it must be mandatory or not set\n$/,
        ));

    it("ends with 2 for a format that it does not have", async () =>
        unusable(await judge(minimal, "--format", "html"), /^--format is html; it must be text or sarif\n$/));
});

describe("config", () => {
    it("ends with 0 for what is allowed", async () =>
        assert.deepEqual(await call("config", written('{"all": "mandatory"}')), { code: 0, out: "", err: "" }));

    it("ends with 1 and says what is not", async () => {
        const file = written('{"all": "disabled", "pack-01-waivers": "advisory"}');
        assert.deepEqual(await call("config", file), {
            code: 1,
            out: "",
            err:
                `${file}: all: enforcementLevel is "disabled"; it must be mandatory or not set\n` +
                `${file}: pack-01-waivers: enforcementLevel is "advisory"; it must be mandatory or not set\n`,
        });
    });

    it("ends with 2 when there is no such file", async () =>
        unusable(await call("config", path.join(folder, "none.json")), /cannot be read: ENOENT/));
});

describe("the command", () => {
    it("says how it is called", async () => {
        assert.deepEqual(await call("--help"), { code: 0, out: usage, err: "" });
        for (const args of [[], ["judge"], ["check"], ["check", "a", "b"], ["config"]]) {
            assert.deepEqual(await call(...args), { code: 2, out: "", err: usage });
        }
        unusable(await call("check", "--all", minimal), /^Unknown option '--all'/);
        unusable(await call("config", "--format", "text", minimal), /^Unknown option '--format'/);
    });

    it("runs by itself, with the clock of its computer", () => {
        const command = path.join(pack, "bin/src/command/index.js");
        const { status, stdout, stderr } = spawnSync(process.execPath, [command, "check", written("{}")], { encoding: "utf8" });
        assert.equal(status, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /^\S+ is no stack: deployment\.resources is no list; make it with pulumi stack export\n$/);
    });
});

const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Inputs = Record<string, any>;

function call(...args: readonly string[]): Promise<Outcome> {
    return run(args, { rules, now: () => now, waivers: path.join(folder, "no-waivers.yaml") });
}

function judge(file: string, ...options: readonly string[]): Promise<Outcome> {
    return call("check", ...options, file);
}

function unusable({ code, out, err }: Outcome, problem: RegExp): void {
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, problem);
    assert.doesNotMatch(err, /\n {4}at /, "a stack trace");
}

let files = 0;

function written(text: string): string {
    const file = path.join(folder, `file-${files++}`);
    writeFileSync(file, text);
    return file;
}

/** The stack minimal in which every resource of a type has other inputs. */
function changed(type: string, change: (inputs: Inputs) => void): string {
    const stack = JSON.parse(readFileSync(minimal, "utf8"));
    const ofType = stack.deployment.resources.filter((resource: { type: string }) => resource.type === type);
    assert.notEqual(ofType.length, 0);
    ofType.forEach((resource: { inputs: Inputs }) => change(resource.inputs));
    return written(JSON.stringify(stack));
}
