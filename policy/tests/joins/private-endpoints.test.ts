import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hasPrivateEndpoint } from "../../src/joins/private-endpoints";
import { Plan } from "../../src/plan/plan";
import { Resource } from "../../src/plan/resource";
import { unknown, Value, Values } from "../../src/plan/value";
import { fail, pass, undecided, Verdict } from "../../src/verdict";
import { declare, Declared, facts } from "../support/plans";

const failure = "no private endpoint leads to it";
const vault = declare("keyvault:Vault", "vault");
const other = declare("keyvault:Vault", "other");
const id = "/subscriptions/1/resourceGroups/data/providers/Microsoft.KeyVault/vaults/one";

describe("a private endpoint", () => {
    it("leads to the resource it depends on", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, ["vault"]), ["vault"])]), pass));

    it("compares its group without case", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, ["VAULT"]), ["vault"])]), pass));

    it("is missed when there is none", () => assert.deepEqual(judge([]), fail(failure)));

    it("does not lead to what it does not depend on", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, ["vault"]), ["other"])]), fail(failure)));

    it("does not lead to another part", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, ["managedhsm"]), ["vault"])]), fail(failure)));

    it("leads nowhere without groups", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, []), ["vault"])]), fail(failure)));

    it("leads nowhere before somebody approves it by hand", () => {
        const inputs = { manualPrivateLinkServiceConnections: [connection(unknown, ["vault"])] };
        const uses = { manualPrivateLinkServiceConnections: ["vault"] };
        assert.deepEqual(judge([declare("network:PrivateEndpoint", "endpoint", inputs, uses)]), fail(failure));
    });

    it("may lead to either of two vaults that its unknown id is made of", () =>
        assert.deepEqual(
            judge([endpoint(connection(unknown, ["vault"]), ["vault", "other"])]),
            undecided("privateLinkServiceConnections[0].privateLinkServiceId of endpoint"),
        ));

    it("is undecided when its groups are unknown", () =>
        assert.deepEqual(
            judge([endpoint(connection(unknown, unknown), ["vault"])]),
            undecided("privateLinkServiceConnections[0].groupIds of endpoint"),
        ));

    it("is undecided when its connections are unknown", () =>
        assert.deepEqual(judge([endpoint(unknown, ["vault"])]), undecided("privateLinkServiceConnections of endpoint")));

    it("is found by the whole id, in any case", () =>
        assert.deepEqual(judge([endpoint(connection(id.toUpperCase(), ["vault"]), [])], id), pass));

    it("leads to the resource it depends on while only that one's id is known", () =>
        assert.deepEqual(judge([endpoint(connection(unknown, ["vault"]), ["vault"])], id), pass));

    it("leads to the resource it depends on while only its own id is known", () =>
        assert.deepEqual(judge([endpoint(connection(id, ["vault"]), ["vault"])]), pass));

    it("does not lead to a resource that has no id yet when it names one without a dependency", () =>
        assert.deepEqual(judge([endpoint(connection(id, ["vault"]), [])]), fail(failure)));

    it("leads nowhere when it names nothing", () =>
        assert.deepEqual(judge([endpoint({ groupIds: ["vault"] }, ["vault"])]), fail(failure)));

    it("does not lead there when the id it has names something else", () =>
        assert.deepEqual(judge([endpoint(connection(`${id}2`, ["vault"]), ["vault"])], id), fail(failure)));

    it("must be able to change", () => {
        const declared = endpoint(connection(unknown, ["vault"]), ["vault"]);
        const options = { ...declared.options, ignoreChanges: ["privateLinkServiceConnections[0].groupIds"] };
        assert.deepEqual(judge([{ ...declared, options }]), fail(failure));
    });
});

function judge(endpoints: readonly Declared[], known?: string): Verdict {
    const resources = facts([vault, other, ...endpoints]).map(
        (one) => new Resource(one.name === "vault" ? { ...one, id: known } : one),
    );
    return hasPrivateEndpoint(resources[0], new Plan(resources), "vault", failure);
}

function connection(privateLinkServiceId: Value, groupIds: Value): Values {
    return { privateLinkServiceId, groupIds };
}

function endpoint(connections: Value, of: readonly string[]): Declared {
    const value = connections === unknown ? unknown : [connections];
    return declare(
        "network:PrivateEndpoint",
        "endpoint",
        { privateLinkServiceConnections: value },
        { privateLinkServiceConnections: of },
    );
}
