import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { azure } from "../../src/plan/selector";
import { Plan } from "../../src/plan/plan";
import { Resource } from "../../src/plan/resource";
import { unknown } from "../../src/plan/value";
import { fileShare, partsOf } from "../../src/storage/accounts";
import { declare, Declared, facts } from "../support/plans";

const share = declare("storage:FileShare", "share", { accountName: "stone" });
const dependent = declare("storage:FileShare", "share", { accountName: unknown }, { accountName: ["one"] });
const child: Declared = { ...declare("storage:FileShare", "share", { accountName: unknown }), parent: "one" };

describe("a share belongs to an account", () => {
    it("of the same name", () => assert.deepEqual(owners(share, { names: ["stone", "sttwo"] }), ["one"]));

    it("of the same name in another case", () => assert.deepEqual(owners(share, { names: ["STONE", "sttwo"] }), ["one"]));

    it("whose id ends with its name", () => assert.deepEqual(owners(share, { ids: [`${accounts}/stone`] }), ["one"]));

    it("on which its account name depends", () => assert.deepEqual(owners(dependent, {}), ["one"]));

    it("that is its parent", () => assert.deepEqual(owners(child, {}), ["one"]));

    it("but not to its parent when the names differ", () =>
        assert.deepEqual(owners({ ...child, inputs: { accountName: "sttwo" } }, { names: ["stone", "sttwo"] }), ["two"]));

    it("but not to the one it depends on when the names differ", () =>
        assert.deepEqual(owners({ ...dependent, inputs: { accountName: "stthree" } }, { names: ["stone", "sttwo"] }), []));

    it("of a plan, or else to none", () => assert.deepEqual(owners(share, {}), []));
});

const accounts = "/subscriptions/1/resourceGroups/data/providers/Microsoft.Storage/storageAccounts";

function owners(part: Declared, known: { readonly names?: readonly string[]; readonly ids?: readonly string[] }): string[] {
    const declared = ["one", "two"].map((name, index) =>
        declare("storage:StorageAccount", name, known.names === undefined ? {} : { accountName: known.names[index] }),
    );
    const resources = facts([...declared, part]).map((one, index) => new Resource({ ...one, id: known.ids?.[index] }));
    const plan = new Plan(resources);
    return plan
        .select(azure("storage", "StorageAccount"))
        .filter((account) => partsOf(account, plan, fileShare).length > 0)
        .map(({ name }) => name);
}
