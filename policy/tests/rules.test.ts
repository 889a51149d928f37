import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgePlan } from "../src/judgement";
import { Context, defaultSettings, policyName } from "../src/rule";
import { rules } from "../src/rules";
import { Case, Covers, declaredBy, now, Suite } from "./support/cases";
import { plan, token, versioned } from "./support/plans";
import { suites } from "./rules";

const kinds: readonly Covers[] = ["pass", "fail", "absent", "parent absent", "unknown"];

for (const suite of suites) {
    describe(policyName(suite.rule), () => {
        for (const one of suite.cases) {
            it(one.name, async () => assert.deepEqual(await reports(suite, one, token), one.reports));
            it(`${one.name}, in an explicit API version`, async () =>
                assert.deepEqual(await reports(suite, one, versioned), one.reports));
        }

        it("has a case of every kind, or says why not", () => {
            const covered = new Set<string>([...suite.cases.map((one) => one.covers), ...Object.keys(suite.lacks ?? {})]);
            assert.deepEqual(
                kinds.filter((kind) => !covered.has(kind)),
                [],
            );
        });

        it("reports nothing in its sound plan", async () =>
            assert.deepEqual(await reports(suite, { name: "sound", covers: "pass", reports: {} }, token), {}));
    });
}

describe("the rules", () => {
    it("each have one suite", () =>
        assert.deepEqual(
            suites.map((suite) => policyName(suite.rule)),
            rules.map((rule) => policyName(rule)),
        ));
});

async function reports(suite: Suite, one: Case, asToken: (type: string) => string): Promise<Record<string, string[]>> {
    const context: Context = { now, updateFollows: true, settings: { ...defaultSettings(suite.rule), ...one.settings } };
    const judged = plan(declaredBy(suite, one), asToken);
    const result: Record<string, string[]> = {};
    const findings = await judgePlan(suite.rule, judged, context);
    for (const finding of findings.filter(({ kind }) => kind !== "deferred")) {
        const name = judged.find(finding.urn)?.name ?? finding.urn;
        (result[name] ??= []).push(finding.message);
    }
    return result;
}
