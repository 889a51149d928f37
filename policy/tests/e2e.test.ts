import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { policyName } from "../src/rule";
import { Analyzer, packOfTests } from "./support/analyzer";
import { Case, declaredBy, Suite } from "./support/cases";
import { expected } from "./support/expected";
import { outputsInCases } from "./support/outputs";
import { facts, token, versioned } from "./support/plans";
import { replay, reportedBy } from "./support/replay";
import { suites } from "./rules";

const outputs = outputsInCases(suites);

let analyzer: Analyzer;
before(async () => {
    analyzer = await Analyzer.start(packOfTests);
});
after(() => analyzer.stop());

for (const suite of suites) {
    describe(`${policyName(suite.rule)} over gRPC`, () => {
        for (const one of suite.cases) {
            it(one.name, async () => assert.deepEqual(await reported(suite, one, token), expected(suite.rule, one.reports)));
            it(`${one.name}, in an explicit API version`, async () =>
                assert.deepEqual(await reported(suite, one, versioned), expected(suite.rule, one.reports)));
        }
    });
}

async function reported(suite: Suite, one: Case, asToken: (type: string) => string) {
    const plan = facts(declaredBy(suite, one), asToken);
    await analyzer.configure(suite.rule, one.settings ?? {});
    return reportedBy(suite.rule, plan, await replay(analyzer, plan, outputs));
}
