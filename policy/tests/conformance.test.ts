import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { after, before, describe, it } from "node:test";
import { AnalyzerInfo, PolicyInfo, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Metadata, Parameters, policyName, References, Rule } from "../src/rule";
import { rules } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers } from "../src/waivers/file";
import { Analyzer, packFolder } from "./support/analyzer";
import { levelOnTheWire, severityOnTheWire } from "./support/expected";
import table from "./conformance-table.json";

const rows = table.rows as readonly Row[];

/** Every rule that the pack tells the engine of. */
const all = new Desk(rules, noWaivers).rules;

/** Those that judge Azure; the others judge what would get around them. */
const judging = rules.filter((rule) => !rule.id.startsWith("PACK-"));

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
            all.map((rule) => policyName(rule)),
        ));

    for (const rule of all) {
        it(`is complete for ${policyName(rule)}`, () => {
            const policy = info.policiesList.find(({ name }) => name === policyName(rule));
            assert.ok(policy);
            assert.deepEqual(essence(policy), stated(rule));
        });
    }
});

describe("the rules", () => {
    it("are the 63 of the table", () =>
        assert.deepEqual([...new Set(judging.map((rule) => rule.id))].sort(), rows.map((row) => row.id).sort()));

    for (const row of rows) {
        const parts = judging.filter((rule) => rule.id === row.id);

        it(`${row.id} has the table's levels and severity`, () => {
            assert.deepEqual([...new Set(parts.map((rule) => rule.level))].sort(), [...row.levels].sort());
            assert.deepEqual([...new Set(parts.filter(isMain(row)).map((rule) => rule.severity))], [row.severity]);
        });

        it(`${row.id} has the other rule sets' ids that the table has`, () =>
            assert.deepEqual(references(parts), sorted(row.references)));
    }

    for (const rule of all) {
        it(`are told in full sentences: ${policyName(rule)}`, () => {
            assert.match(rule.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
            assert.match(rule.title, /^[A-Z][^\n]*[^.\s]$/);
            assert.match(rule.why, /^[A-Z][^\n]*\.$/);
            assert.match(rule.remediation, /^[A-Z][^\n]*\.$/);
            assert.match(rule.url, /^https:\/\/[a-z.]+\/[^\s]+$/);
        });
    }

    it("have names of their own", () => assert.equal(new Set(all.map(policyName)).size, all.length));

    it("have parameters that hold within their own schema's type", () => {
        const untyped = all.flatMap((rule) =>
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

/** Where a rule has an advisory part beside a mandatory one, the table's severity is that of the mandatory one. */
function isMain(row: Row): (rule: Rule) => boolean {
    return (rule) => rule.level === row.levels[0];
}

/** What the parts of one rule refer to, together. */
function references(parts: readonly Rule[]): References {
    const keys = Object.keys(rows[0].references) as readonly (keyof References)[];
    const union = keys.map((key) => [key, [...new Set(parts.flatMap((rule) => rule.references[key]))]] as const);
    return sorted(Object.fromEntries(union) as unknown as References);
}

function sorted(references: References): References {
    return Object.fromEntries(Object.entries(references).map(([key, ids]) => [key, [...ids].sort()])) as unknown as References;
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
