import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standIn } from "../../src/crossguard/loading";

// In this order: each of them loads more.
describe("the SDK for policies", () => {
    it("is loaded without the rest of Pulumi's SDK", () => {
        assert.ok(isLoaded("/@pulumi/policy/"));
        assert.ok(!isLoaded("/@pulumi/pulumi/automation/"));
    });

    it("gets the two names that it needs", () => {
        const { asset, Output } = standIn().exports;
        assert.deepEqual([asset, Output], [require("@pulumi/pulumi/asset"), require("@pulumi/pulumi/output").Output]);
        assert.ok(!isLoaded("/@pulumi/pulumi/automation/"));
    });

    it("gets every other name once it asks for it, as everybody else does", () => {
        const { ComponentResource } = standIn().exports;
        assert.equal(typeof ComponentResource, "function");
        assert.equal(ComponentResource, require("@pulumi/pulumi").ComponentResource);
    });
});

function isLoaded(part: string): boolean {
    return Object.keys(require.cache).some((file) => file.includes(part));
}
