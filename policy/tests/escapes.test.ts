import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "node:test";
import { AnalyzeDiagnostic, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { run } from "../src/command/run";
import { startPack } from "../src/crossguard/pack";
import { judgePlan } from "../src/judgement";
import { ResourceFacts } from "../src/plan/resource";
import { unknown } from "../src/plan/value";
import { defaultSettings, policyName, Rule } from "../src/rule";
import { rules } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers, parseWaivers } from "../src/waivers/file";
import { card, denyRest, group, inbound, subnet } from "./network/groups";
import { Analyzer, packFolder, packOfTests } from "./support/analyzer";
import { now, undecided } from "./support/cases";
import { levelOnTheWire } from "./support/expected";
import { declare, Declared, facts, options, plan, set } from "./support/plans";
import { replay } from "./support/replay";

// The ways around a policy pack that people have found. Those that only the engine can show, --target among them, are in
// src/test/java/atelier/engine/PolicyEscapesIT.java; that a pipeline leaves the pack out is in src/test/java/atelier/PipelineTest.java.

const type = "machinelearningservices:Workspace";
const kept = { protect: true };
const workspace = declare(
    type,
    "workspace",
    { publicNetworkAccess: "Disabled", tags: { owner: "a", costCenter: "b" } },
    {},
    kept,
);
const publicWorkspace = set("publicNetworkAccess", "Enabled")(workspace);
const open = 'publicNetworkAccess is "Enabled"; it must be Disabled';

let analyzer: Analyzer;
before(async () => {
    analyzer = await Analyzer.start(packOfTests);
});
after(() => analyzer.stop());

describe("no way around the pack leads", () => {
    it("through a workspace that is public, which is refused as it is", async () =>
        assert.deepEqual(await refused("aml-01-private-workspace", facts([publicWorkspace])), [open]));

    it("through one that is private, which is not", async () =>
        assert.deepEqual(await refused("aml-01-private-workspace", facts([workspace])), []));

    it("through a configuration with all: disabled", async () => {
        const folder = await mkdtemp(path.join(tmpdir(), "configuration-"));
        try {
            const file = path.join(folder, "configuration.json");
            await writeFile(file, '{"all": "disabled"}');
            const { code, err } = await run(["config", file], { rules, now: () => now, waivers: folder });
            assert.equal(code, 1);
            assert.equal(err, `${file}: all: enforcementLevel is "disabled"; it must be mandatory or not set\n`);
        } finally {
            await rm(folder, { recursive: true });
        }
    });

    it("through policies without an enforcement level, which would be advisory", async () => {
        const { policiesList } = await analyzer.info();
        const wanted = new Desk(rules, noWaivers).rules.map((rule) => [policyName(rule), levelOnTheWire[rule.level]]);
        assert.deepEqual(
            policiesList.map(({ name, enforcementlevel }) => [name, enforcementlevel]),
            wanted,
        );
    });

    it("through what is unknown in the preview", async () => {
        const hidden = set("publicNetworkAccess", unknown)(workspace);
        assert.deepEqual(await refused("aml-01-private-workspace", facts([hidden])), [undecided("publicNetworkAccess")]);
    });

    for (const version of [
        "azure-native:machinelearningservices/v20230401:Workspace",
        "azure-native_machinelearningservices_v20230401:machinelearningservices:Workspace",
    ]) {
        it(`through an explicit API version: ${version}`, async () =>
            assert.deepEqual(await refused("aml-01-private-workspace", facts([{ ...publicWorkspace, type: version }])), [open]));
    }

    for (const hiding of ["publicNetworkAccess", '["publicNetworkAccess"]', "*"]) {
        it(`through ignoreChanges: [${hiding}]`, async () => {
            const ignoring = options({ ...kept, ignoreChanges: [hiding] })(workspace);
            assert.deepEqual(await refused("aml-01-private-workspace", facts([ignoring])), [
                `ignoreChanges hides ${hiding}, which this rule judges; remove it there`,
            ]);
        });
    }

    it("through an alias, under which the old name's waiver does not hold", async () => {
        const urn = "urn:pulumi:dev::atelier::azure-native:machinelearningservices:Workspace::old-workspace";
        const renamed = options({ ...kept, aliases: [urn] })(publicWorkspace);
        assert.deepEqual(await refused("aml-01-private-workspace", facts([renamed])), [open]);
        const told = await toldWith(waiver({ resource: `azure-native:${type}::old-workspace` }), renamed);
        assert.deepEqual(told["aml-01-private-workspace"], [open]);
    });

    for (const other of [
        "azure:machinelearning/workspace:Workspace",
        "azapi:index:Resource",
        "azure-native:resources:Deployment",
        "azure-native:resources:Resource",
        "pulumi-nodejs:dynamic:Resource",
        "command:local:Command",
    ]) {
        it(`through another provider or a template: ${other}`, async () => {
            const messages = await refused("pack-02-hidden-resources", facts([declare(other, "workspace")]));
            assert.equal(messages.length, 1);
            assert.match(messages[0], /^a resource of this type /);
        });
    }

    it("through a waiver without a reason", async () => {
        const told = await toldWith(waiver({ reason: "" }), publicWorkspace);
        assert.deepEqual(told["aml-01-private-workspace"], [open]);
        assert.deepEqual(told["pack-01-waivers"], [
            'waivers.yaml:4: waivers[0].reason is ""; it must be why, in 10 characters or more',
        ]);
    });

    it("through a waiver that has ended", async () => {
        const told = await toldWith(waiver({ expires: "2026-11-24" }), publicWorkspace);
        assert.deepEqual(told["aml-01-private-workspace"], [open]);
        assert.equal(told["pack-01-waivers"].length, 1);
    });

    it("through a waiver that waits for the next mistake", async () => {
        const told = await toldWith(waiver({}), workspace);
        assert.equal(told["pack-01-unused-waivers"].length, 1);
    });

    for (const resource of ["*", "*::*", `azure-native:${type}::*`, "azure-native:machinelearningservices:*::workspace"]) {
        it(`through a waiver for ${resource}`, async () => {
            const told = await toldWith(waiver({ resource }), publicWorkspace);
            assert.deepEqual(told["aml-01-private-workspace"], [open]);
            assert.equal(told["pack-01-waivers"].length, 1);
        });
    }

    it("through another version of what judges", async () => {
        const manifest = JSON.parse(await readFile(path.join(packFolder, "package.json"), "utf8"));
        const { packages } = JSON.parse(await readFile(path.join(packFolder, "package-lock.json"), "utf8"));
        for (const [name, version] of Object.entries(manifest.dependencies)) {
            assert.match(String(version), /^\d+\.\d+\.\d+$/, `${name} may be any of several versions`);
            assert.equal(packages[`node_modules/${name}`].version, version);
            const installed = await readFile(path.join(packFolder, "node_modules", name, "package.json"), "utf8");
            assert.equal(JSON.parse(installed).version.replace(/^v/, ""), version);
        }
        assert.equal((await analyzer.info()).version, manifest.version);
    });

    it("through protection that is taken away", async () => {
        const unprotected = options({ protect: false })(workspace);
        assert.deepEqual(await refused("ops-04-protect", facts([unprotected])), ["the option protect is off; it must be on"]);
        assert.deepEqual(await refused("ops-04-protect", facts([workspace])), []);
    });

    it("through rules that are split between two halves of the Internet, a subnet and an interface", async () => {
        const half = (priority: number, source: string) =>
            inbound(priority, { sourceAddressPrefix: source, destinationPortRange: "20-30" });
        const groups = ["of-subnet", "of-interface"].map((name) =>
            group(name, half(100, "0.0.0.0/1"), half(200, "128.0.0.0/1"), denyRest),
        );
        const split = [...groups, subnet("desks", "of-subnet"), card("desk", "of-interface", "desks")];
        const messages = await refused("net-01-ssh", facts(split));
        assert.notEqual(messages.length, 0);
        const closed = [group("of-subnet", denyRest), group("of-interface", denyRest), ...split.slice(2)];
        assert.deepEqual(await refused("net-01-ssh", facts(closed)), []);
    });

    it("through a second policy under the same name", () =>
        assert.throws(
            () => startPack([...rules, rules[0]], { now: () => now, waivers: noWaivers }),
            new Error(`several policies are named ${policyName(rules[0])}`),
        ));

    it("through a file of waivers that breaks the pack, which is a violation at the stack itself", async () => {
        const folder = await mkdtemp(path.join(tmpdir(), "pack-"));
        try {
            await cp(path.join(packFolder, "package.json"), path.join(folder, "package.json"));
            await cp(path.join(packFolder, "bin/src"), path.join(folder, "bin/src"), { recursive: true });
            await symlink(path.join(packFolder, "node_modules"), path.join(folder, "node_modules"));
            await writeFile(path.join(folder, "waivers.yaml"), "waivers: [\n");
            const broken = await Analyzer.start(folder);
            try {
                const told = await replay(broken, facts([declare("pulumi:pulumi:Stack", "dev"), publicWorkspace]), () => []);
                assert.match(mandatory("pack-01-waivers", told).join(), /^waivers\.yaml:\d: /);
                assert.deepEqual(mandatory("aml-01-private-workspace", told), [open]);
            } finally {
                await broken.stop();
            }
        } finally {
            await rm(folder, { recursive: true });
        }
    });
});

/** What a policy refuses in a preview of these resources by the real server. */
async function refused(policy: string, resources: readonly ResourceFacts[]): Promise<readonly string[]> {
    return mandatory(policy, await replay(analyzer, resources, () => []));
}

/** The last line of each message; before it is what the policy is about. */
function mandatory(policy: string, told: readonly AnalyzeDiagnostic.AsObject[]): readonly string[] {
    return told
        .filter(({ policyname, enforcementlevel }) => policyname === policy && enforcementlevel === EnforcementLevel.MANDATORY)
        .map(({ message }) => message.slice(message.indexOf("\n") + 1));
}

function waiver(changes: Readonly<Record<string, string>>): string {
    const entry = {
        rule: "AML-01",
        resource: `azure-native:${type}::workspace`,
        reason: "The course of December has guests.",
        owner: "ada@example.com",
        expires: "2026-12-31",
        ...changes,
    };
    const lines = Object.entries(entry).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `waivers:\n  - ${lines.join("\n    ")}\n`;
}

/** What every policy tells of a stack with this resource, under these waivers. */
async function toldWith(waivers: string, declared: Declared): Promise<Record<string, readonly string[]>> {
    const desk = new Desk(rules, parseWaivers("waivers.yaml", waivers, rules));
    const judged = plan([declare("pulumi:pulumi:Stack", "dev"), declared]);
    const urns = judged.resources.map(({ urn }) => urn);
    const told: Record<string, readonly string[]> = {};
    for (const rule of desk.rules as readonly Rule[]) {
        const findings = await judgePlan(rule, judged, { now, updateFollows: true, settings: defaultSettings(rule) });
        told[policyName(rule)] = desk.reported(rule, urns, findings, now).map(({ message }) => message);
    }
    return told;
}
