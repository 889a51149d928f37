import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { after, before, describe, it } from "node:test";
import { AnalyzerInfo, PolicyInfo, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Metadata, Parameters, policyName, Rule } from "../src/rule";
import { rules } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers } from "../src/waivers/file";
import { Analyzer, packFolder } from "./support/analyzer";
import { levelOnTheWire, severityOnTheWire } from "./support/expected";
import table from "./conformance-table.json";

/** The rules, and those about waivers. */
const policies = new Desk(rules, noWaivers).rules;

/** Those that other rule sets have, too; the others guard the pack itself. */
const tabled = rules.filter(({ id }) => !id.startsWith("PACK-"));

describe("what the pack says of itself", () => {
    let analyzer: Analyzer;
    let info: AnalyzerInfo.AsObject;
    before(async () => {
        analyzer = await Analyzer.start(packFolder);
        info = await analyzer.info();
    });
    after(() => analyzer.stop());

    it("is its name, version and subject", () => {
        const { name, displayname, version, provider, supportsconfig, tagsList } = info;
        assert.deepEqual(
            { name, displayname, version, provider, supportsconfig, tagsList },
            {
                name: "atelier",
                displayname: "Atelier",
                version: "1.0.0",
                provider: "azure",
                supportsconfig: true,
                tagsList: ["azure", "machine-learning", "security"],
            },
        );
    });

    it("is one policy for each rule", () =>
        assert.deepEqual(
            info.policiesList.map(({ name }) => name),
            policies.map((rule) => policyName(rule)),
        ));

    for (const rule of policies) {
        it(`is complete for ${policyName(rule)}`, () => {
            const policy = info.policiesList.find(({ name }) => name === policyName(rule));
            assert.ok(policy);
            assert.deepEqual(essence(policy), stated(rule));
        });
    }
});

describe("every rule", () => {
    it("is one of the table, at the table's level", () =>
        assert.deepEqual(tabled.filter((rule) => rowOf(rule)?.levels.includes(rule.level) !== true).map(policyName), []));

    for (const rule of tabled) {
        it(`has the other rule sets' ids that the table has: ${policyName(rule)}`, () =>
            assert.deepEqual(rule.references, rowOf(rule)?.references));
    }

    for (const rule of policies) {
        it(`is told in full sentences: ${policyName(rule)}`, () => {
            assert.match(rule.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
            assert.match(rule.title, /^[A-Z][^\n]*[^.\s]$/);
            assert.match(rule.why, /^[A-Z][^\n]*\.$/);
            assert.match(rule.remediation, /^[A-Z][^\n]*\.$/);
            assert.match(rule.url, /^https:\/\/[a-z.]+\/[^\s]+$/);
        });
    }

    it("has the severity of the table when it is mandatory", () =>
        assert.deepEqual(
            tabled.filter((rule) => rule.level === "mandatory" && rule.severity !== rowOf(rule)?.severity).map(policyName),
            [],
        ));

    it("has a name of its own", () => assert.equal(new Set(policies.map(policyName)).size, policies.length));

    it("has parameters that hold within their own schema's type", () => {
        const untyped = rules.flatMap((rule) =>
            Object.entries(rule.parameters as Parameters)
                .filter(([, parameter]) => !isOfType(parameter.default, parameter.schema.type))
                .map(([name]) => `${policyName(rule)} ${name}`),
        );
        assert.deepEqual(untyped, []);
    });
});

describe("the sources", () => {
    const files = readdirSync(path.join(packFolder, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".ts"),
    );

    it("let nothing from outside set the clock or anything else", () =>
        assert.deepEqual(
            files.filter((file) => /process\.env/.test(readFileSync(path.join(packFolder, "src", file), "utf8"))),
            [],
        ));

    it("import no Azure SDK and nothing outside the pack", () =>
        assert.deepEqual(
            files.filter((file) => imports(file).some((from) => from.startsWith("@pulumi/azure") || leaves(file, from))),
            [],
        ));

    it("name no registry in the lock file", () =>
        assert.doesNotMatch(readFileSync(path.join(packFolder, "package-lock.json"), "utf8"), /"resolved"/));
});

function imports(file: string): readonly string[] {
    const text = readFileSync(path.join(packFolder, "src", file), "utf8");
    return [...text.matchAll(/(?:from|require\(|import\() ?"([^"]+)"/g)].map((match) => match[1]);
}

function leaves(file: string, from: string): boolean {
    return from.startsWith(".") && path.join(path.dirname(file), from).startsWith("..");
}

interface Row extends Pick<Metadata, "severity" | "references"> {
    readonly id: string;
    readonly levels: readonly string[];
}

function rowOf(rule: Rule): Row | undefined {
    return (table.rows as unknown as readonly Row[]).find(({ id }) => id === rule.id);
}

function isOfType(value: unknown, type: unknown): boolean {
    if (type === "integer") {
        return Number.isInteger(value);
    }
    return type === (Array.isArray(value) ? "array" : typeof value);
}

/** A policy as the wire has it, its schema as JSON. */
function essence(policy: PolicyInfo.AsObject) {
    const { configschema, ...rest } = policy;
    return { ...rest, parameters: configschema?.properties };
}

function stated(rule: Rule): ReturnType<typeof essence> {
    const { azurePolicy, checkov, trivy, psRule, kics, cis, mcsb } = rule.references;
    const schemas = Object.entries(rule.parameters as Parameters).map(([name, parameter]) => [
        name,
        { ...parameter.schema, default: parameter.default },
    ]);
    return {
        name: policyName(rule),
        displayname: `${rule.id} ${rule.title}`,
        description: `${rule.title}. ${rule.why}`,
        message: "",
        enforcementlevel: levelOnTheWire[rule.level],
        severity: severityOnTheWire[rule.severity],
        policyType: rule.scope === "resource" ? PolicyType.POLICY_TYPE_RESOURCE : PolicyType.POLICY_TYPE_STACK,
        remediationSteps: rule.remediation,
        url: rule.url,
        tagsList: [
            ...azurePolicy,
            ...checkov,
            ...trivy,
            ...psRule,
            ...kics.map((id) => `KICS ${id}`),
            ...cis.map((id) => `CIS ${id}`),
        ],
        framework: {
            name: "Microsoft cloud security benchmark",
            version: "1",
            reference: mcsb.join(","),
            specification: [...cis.map((id) => `CIS ${id}`), ...azurePolicy.map((id) => `Azure Policy ${id}`)].join("; "),
        },
        parameters: Struct.fromJavaScript(Object.fromEntries(schemas)).toObject(),
    };
}
