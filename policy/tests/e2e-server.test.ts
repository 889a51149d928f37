import assert from "node:assert/strict";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "node:test";
import { status } from "@grpc/grpc-js";
import { rules } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers } from "../src/waivers/file";
import { sto01 } from "../src/rules/sto-01-https-only";
import { kv05 } from "../src/rules/kv-05-audit-logs";
import { Analyzer, byItself, packFolder, packOfTests } from "./support/analyzer";
import { declaredBy, undecided } from "./support/cases";
import { expected } from "./support/expected";
import { outputsInCases } from "./support/outputs";
import { declare, facts, hide } from "./support/plans";
import { replay, reportedBy } from "./support/replay";
import { unknowns, wire } from "./support/wire";
import { suite as auditLogs } from "./rules/kv-05";
import { suites } from "./rules";

const policies = new Desk(rules, noWaivers).rules;
const outputs = outputsInCases(suites);
const account = (enableHttpsTrafficOnly: boolean) =>
    facts([declare("storage:StorageAccount", "files", { enableHttpsTrafficOnly })]);
const plain = expected(sto01, { files: ["enableHttpsTrafficOnly is false; it must be true"] });

describe("the analyzer server", () => {
    let analyzer: Analyzer;
    before(async () => {
        analyzer = await Analyzer.start(packOfTests);
    });
    after(() => analyzer.stop());

    for (const [type, sentinel] of Object.entries(unknowns)) {
        it(`takes the engine's unknown ${type} for unknown`, async () => {
            const [hidden] = facts([hide("enableHttpsTrafficOnly")(declare("storage:StorageAccount", "files"))]);
            const told = await analyzer.analyze(hidden, wire(hidden.inputs, sentinel));
            assert.deepEqual(
                reportedBy(sto01, [hidden], told),
                expected(sto01, { files: [undecided("enableHttpsTrafficOnly")] }),
            );
        });
    }

    it("judges a resource that is shown again by what it is now", async () => {
        for (const safe of [false, true, false]) {
            const plan = account(safe);
            assert.deepEqual(reportedBy(sto01, plan, await replay(analyzer, plan, outputs)), safe ? {} : plain);
        }
    });

    it("judges a plan that is shown again by what it is now", async () => {
        const without = auditLogs.cases.find((one) => one.name === "only metrics are kept");
        assert.ok(without);
        for (const one of [without, auditLogs.cases[0], without]) {
            const plan = facts(declaredBy(auditLogs, one));
            const told = await replay(analyzer, plan, outputs);
            assert.deepEqual(reportedBy(kv05, plan, told), expected(kv05, one.reports));
        }
    });

    it("lets no unknown hide what is known of another resource", async () => {
        const hidden = hide("enableHttpsTrafficOnly")(declare("storage:StorageAccount", "hidden"));
        const plan = facts([hidden, declare("storage:StorageAccount", "files", { enableHttpsTrafficOnly: false })]);
        assert.deepEqual(reportedBy(sto01, plan, await replay(analyzer, plan, outputs)), {
            ...expected(sto01, { hidden: [undecided("enableHttpsTrafficOnly")] }),
            ...plain,
        });
    });

    it("forgets what a plan no longer has", async () => {
        const plan = account(false);
        await replay(analyzer, plan, outputs);
        const told = await replay(analyzer, facts([declare("resources:ResourceGroup", "group")]), outputs);
        assert.deepEqual(reportedBy(sto01, plan, told), {});
    });

    it("does not know of changes, which the engine takes for none", () =>
        assert.rejects(analyzer.remediate(), { code: status.UNIMPLEMENTED }));

    it("says the same of the same plan after a restart", async () => {
        const plan = account(false);
        const again = await Analyzer.start(packOfTests);
        try {
            assert.deepEqual(await replay(again, plan, outputs), await replay(analyzer, plan, outputs));
        } finally {
            await again.stop();
        }
    });
});

describe("the pack as it is shipped", () => {
    it("runs on the schema's defaults wherever it is copied to", () => runsAnywhere());
    it("runs so without Pulumi's starter", () => runsAnywhere(byItself));

    async function runsAnywhere(command?: readonly string[]): Promise<void> {
        const folder = await mkdtemp(path.join(tmpdir(), "pack-"));
        try {
            await cp(path.join(packFolder, "package.json"), path.join(folder, "package.json"));
            await cp(path.join(packFolder, "bin/src"), path.join(folder, "bin/src"), { recursive: true });
            await symlink(path.join(packFolder, "node_modules"), path.join(folder, "node_modules"));
            const analyzer = await Analyzer.start(folder, command);
            try {
                const { name, policiesList } = await analyzer.info();
                assert.deepEqual([name, policiesList.length], ["atelier", policies.length]);
                const plan = account(false);
                assert.deepEqual(reportedBy(sto01, plan, await replay(analyzer, plan, outputs)), plain);
            } finally {
                await analyzer.stop();
            }
        } finally {
            await rm(folder, { recursive: true });
        }
    }
});
