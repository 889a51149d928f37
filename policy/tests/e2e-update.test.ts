import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { policyName } from "../src/rule";
import { Analyzer, packOfTests } from "./support/analyzer";
import { Case, declaredBy, Suite } from "./support/cases";
import { expected } from "./support/expected";
import { outputsInCases } from "./support/outputs";
import { Declared, facts, hide } from "./support/plans";
import { replay, reportedBy } from "./support/replay";
import { wire } from "./support/wire";
import { suites } from "./rules";

// A rule may leave a path to the update. Then the preview says nothing of it, and the update refuses what the preview would have.

const outputs = outputsInCases(suites);

describe("the second judgement", () => {
    let analyzer: Analyzer;
    before(async () => {
        analyzer = await Analyzer.start(packOfTests);
    });
    after(() => analyzer.stop());

    it("refuses what the preview could not know, for every path that a rule leaves to it", async () => {
        const unproven: string[] = [];
        for (const suite of suites) {
            for (const path of suite.rule.scope === "resource" ? suite.rule.judgedAtUpdate : []) {
                if (!(await isProven(analyzer, suite, path))) {
                    unproven.push(`${policyName(suite.rule)} ${path}`);
                }
            }
        }
        assert.deepEqual(unproven, []);
    });
});

async function isProven(analyzer: Analyzer, suite: Suite, path: string): Promise<boolean> {
    for (const one of suite.cases) {
        if (await isRefusedAtUpdateOnly(analyzer, suite, one, path)) {
            return true;
        }
    }
    return false;
}

/** Whether hiding the path where a case has it silences the preview there, while the update still reports all of it. */
async function isRefusedAtUpdateOnly(analyzer: Analyzer, suite: Suite, one: Case, path: string): Promise<boolean> {
    const declared = declaredBy(suite, one);
    const names = declared.filter((each) => has(each, path) && each.name in one.reports).map((each) => each.name);
    if (one.covers === "unknown" || names.length === 0) {
        return false;
    }
    await analyzer.configure(suite.rule, one.settings ?? {});
    const preview = facts(declared.map((each) => (names.includes(each.name) ? hide(path)(each) : each)));
    const before = reportedBy(suite.rule, preview, await replay(analyzer, preview, outputs));
    const update = facts(declared);
    const told = await Promise.all(update.map((each) => analyzer.analyze(each, wire(each.inputs))));
    const after = reportedBy(suite.rule, update, told.flat());
    assert.deepEqual(after, expected(suite.rule, one.reports), one.name);
    return names.every((name) => before[name] === undefined);
}

function has(declared: Declared, path: string): boolean {
    const found = path
        .split(".")
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], declared.inputs);
    return found !== undefined;
}
