import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keepsLogs, Logs } from "../../src/joins/diagnostics";
import { Plan } from "../../src/plan/plan";
import { Resource } from "../../src/plan/resource";
import { unknown, Values } from "../../src/plan/value";
import { fail, pass, undecided, Verdict } from "../../src/verdict";
import { declare, Declared, facts } from "../support/plans";

const failure = "it keeps no log";
const everything: Logs = { sufficient: [["allLogs"], ["Read", "Write"]], failure };
const account = declare("storage:StorageAccount", "files");
const id = "/subscriptions/1/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/files";

describe("logs that a resource keeps", () => {
    it("are sent by a setting that depends on it", () =>
        assert.deepEqual(judge(everything, [setting("one", collecting("allLogs"), ["files"])]), pass));

    it("may be collected by several settings together", () =>
        assert.deepEqual(
            judge(everything, [setting("one", collecting("Read"), ["files"]), setting("two", collecting("write"), ["files"])]),
            pass,
        ));

    it("must all be collected", () =>
        assert.deepEqual(judge(everything, [setting("one", collecting("Read"), ["files"])]), fail(failure)));

    it("are not sent by the setting of another resource", () =>
        assert.deepEqual(judge(everything, [setting("one", collecting("allLogs"), [])]), fail(failure)));

    it("are not those of another category group", () =>
        assert.deepEqual(
            judge(everything, [setting("one", { logs: [{ categoryGroup: "audit", enabled: true }] }, ["files"])]),
            fail(failure),
        ));

    it("may be a category group, in any case", () =>
        assert.deepEqual(
            judge(everything, [setting("one", { logs: [{ categoryGroup: "alllogs", enabled: true }] }, ["files"])]),
            pass,
        ));

    it("must be sent somewhere", () =>
        assert.deepEqual(
            judge(everything, [
                {
                    ...setting("one", collecting("allLogs"), ["files"]),
                    inputs: { resourceUri: unknown, ...collecting("allLogs") },
                },
            ]),
            fail(failure),
        ));

    it("must be switched on", () =>
        assert.deepEqual(
            judge(everything, [setting("one", { logs: [{ categoryGroup: "allLogs", enabled: false }] }, ["files"])]),
            fail(failure),
        ));

    it("are undecided when the category is unknown", () =>
        assert.deepEqual(
            judge(everything, [setting("one", { logs: [{ category: unknown, enabled: true }] }, ["files"])]),
            undecided("logs[0].category of one"),
        ));

    it("are not kept by a setting whose unknown category is switched off", () =>
        assert.deepEqual(
            judge(everything, [setting("one", { logs: [{ category: unknown, enabled: false }] }, ["files"])]),
            fail(failure),
        ));
});

describe("logs of a part of a resource", () => {
    const part: Logs = { ...everything, below: "/blobServices/default" };

    it("are undecided as long as the id is unknown", () =>
        assert.deepEqual(judge(part, [setting("one", collecting("allLogs"), ["files"])]), undecided("resourceUri of one")));

    it("are found by the whole id, in any case", () => {
        const literal = { ...collecting("allLogs"), resourceUri: `${id.toUpperCase()}/blobServices/default` };
        assert.deepEqual(judge(part, [setting("one", literal, [])], id), pass);
    });

    it("are not those of another part, even if the setting depends on the resource", () => {
        const literal = { ...collecting("allLogs"), resourceUri: `${id}/fileServices/default` };
        assert.deepEqual(judge(part, [setting("one", literal, ["files"])], id), fail(failure));
    });
});

function judge(logs: Logs, settings: readonly Declared[], known?: string): Verdict {
    const resources = facts([account, ...settings]).map(
        (one) => new Resource(one.name === "files" ? { ...one, id: known } : one),
    );
    return keepsLogs(resources[0], new Plan(resources), logs);
}

function setting(name: string, inputs: Values, of: readonly string[]): Declared {
    return declare(
        "insights:DiagnosticSetting",
        name,
        { resourceUri: unknown, workspaceId: unknown, ...inputs },
        { resourceUri: of },
    );
}

function collecting(category: string): Values {
    return { logs: [{ category, enabled: true }] };
}
