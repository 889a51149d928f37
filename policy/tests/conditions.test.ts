import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mustBeSet, mustNotBeSet } from "../src/conditions";
import { Property } from "../src/plan/property";
import { unknown } from "../src/plan/value";
import { fail, pass, undecided } from "../src/verdict";

const inputs = Property.root({ known: "a", blank: " ", open: unknown, part: { open: unknown } }, () => {});

describe("a property that must be set", () => {
    it("may be unknown itself", () => {
        assert.deepEqual(mustBeSet(inputs.at("open")), pass);
        assert.deepEqual(mustBeSet(inputs.at("part.open")), pass);
    });
    it("is undecided below an unknown value, which may not have it", () =>
        assert.deepEqual(mustBeSet(inputs.at("open.inside.further")), undecided("open")));
    it("fails when it is absent or blank", () => {
        assert.deepEqual(mustBeSet(inputs.at("part.other")), fail("part.other is not set; it must be set"));
        assert.deepEqual(mustBeSet(inputs.at("blank")), fail('blank is " "; it must be set'));
    });
});

describe("a property that must not be set", () => {
    it("fails also when its value is unknown", () =>
        assert.deepEqual(mustNotBeSet(inputs.at("part.open")), fail("part.open is set; it must not be")));
    it("is undecided below an unknown value, which may have it", () =>
        assert.deepEqual(mustNotBeSet(inputs.at("open.inside")), undecided("open")));
    it("passes when it is absent", () => assert.deepEqual(mustNotBeSet(inputs.at("known.inside")), pass));
});
