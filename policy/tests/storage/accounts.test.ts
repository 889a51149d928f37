import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Plan } from "../../src/plan/plan";
import { Resource, ResourceFacts } from "../../src/plan/resource";
import { unknown } from "../../src/plan/value";
import { belongs } from "../../src/storage/accounts";
import { passes } from "../../src/verdict";
import { declare, facts } from "../support/plans";

const accounts = "/subscriptions/1/resourceGroups/data/providers/Microsoft.Storage/storageAccounts";
const [stone, sttwo] = [{ accountName: "stone" }, { accountName: "sttwo" }];
const [one, two] = ["one", "two"].map((name) => facts([declare("storage:StorageAccount", name)])[0]);
const hidden: Partial<ResourceFacts> = { inputs: { accountName: unknown } };

describe("a share belongs to an account", () => {
    it("of the same name, in any case", () =>
        assert.deepEqual(
            owners({ inputs: { accountName: "STONE" } }, [{ inputs: { accountName: "Stone" } }, { inputs: sttwo }]),
            ["one"],
        ));

    it("whose id ends with its name", () =>
        assert.deepEqual(owners({ inputs: stone }, [{ id: `${accounts}/stone` }, { id: `${accounts}/sttwo` }]), ["one"]));

    it("on whose outputs its account name depends", () =>
        assert.deepEqual(owners({ ...hidden, propertyDependencies: { accountName: [two.urn] } }), ["two"]));

    it("on which it depends altogether", () => assert.deepEqual(owners({ ...hidden, dependencies: [two.urn] }), ["two"]));

    it("that is its parent", () => assert.deepEqual(owners({ ...hidden, parent: two.urn }), ["two"]));

    it("of the same component, when its name is an output of nobody knows what", () =>
        assert.deepEqual(owners({ ...hidden, parent: "files" }, [{ parent: "models" }, { parent: "files" }]), ["two"]));

    it("of the same plan, when there is one only", () => assert.deepEqual(owners(hidden, [{}]), ["one"]));

    it("or to another one, when nothing says to which", () => assert.deepEqual(owners(hidden), ["one?", "two?"]));

    it("or to another one, when its account name depends on both", () =>
        assert.deepEqual(owners({ ...hidden, propertyDependencies: { accountName: [one.urn, two.urn] } }), ["one?", "two?"]));

    it("but not to its parent when the names differ", () =>
        assert.deepEqual(owners({ inputs: sttwo, parent: one.urn }, [{ inputs: stone }, { inputs: sttwo }]), ["two"]));

    it("but not to one it depends on when the names differ", () =>
        assert.deepEqual(owners({ inputs: { accountName: "stthree" }, dependencies: [one.urn] }, [{ inputs: stone }]), []));

    it("but not to the only one when it names an account and that one has no name yet", () =>
        assert.deepEqual(owners({ inputs: stone }, [{}]), []));
});

/** The names of the accounts to which the share belongs; those to which it may belong have a question mark. */
function owners(share: Partial<ResourceFacts>, known: readonly Partial<ResourceFacts>[] = [{}, {}]): string[] {
    const declared = known.map((more, index) => new Resource({ ...[one, two][index], ...more }));
    const part = new Resource({ ...facts([declare("storage:FileShare", "share")])[0], ...share });
    const plan = new Plan([...declared, part]);
    return declared.flatMap((account) => {
        const verdict = belongs(part, account, plan);
        return verdict.failures.length > 0 ? [] : [passes(verdict) ? account.name : `${account.name}?`];
    });
}
