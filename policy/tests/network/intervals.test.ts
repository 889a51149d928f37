import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Intervals } from "../../src/network/intervals";
import { portsOf, shownPorts } from "../../src/network/ports";

const set = (...spans: readonly (readonly [number, number])[]) =>
    Intervals.of(...spans.map(([first, last]) => ({ first: BigInt(first), last: BigInt(last) })));

describe("a set of intervals", () => {
    it("joins what overlaps or touches, and drops what is empty", () =>
        assert.deepEqual(set([5, 6], [1, 2], [3, 3], [9, 8], [5, 5]).spans, set([1, 3], [5, 6]).spans));
    it("has the common numbers", () =>
        assert.deepEqual(set([1, 5], [8, 9]).intersect(set([5, 8], [9, 12])).spans, set([5, 5], [8, 9]).spans));
    it("lacks what is taken away", () =>
        assert.deepEqual(set([1, 9], [20, 30]).minus(set([0, 1], [4, 5], [9, 25])).spans, set([2, 3], [6, 8], [26, 30]).spans));
    it("counts its numbers", () => assert.equal(set([1, 3], [5, 5]).size, 4n));
    it("covers what has no number of its own", () =>
        assert.deepEqual([set([1, 5]).covers(set([2, 3])), set([1, 5]).covers(set([5, 6]))], [true, false]));
    it("contains its ends", () =>
        assert.deepEqual(
            [0n, 1n, 2n, 3n].map((value) => set([1, 2]).contains(value)),
            [false, true, true, false],
        ));
});

describe("ports", () => {
    const meanings: Readonly<Record<string, string | undefined>> = {
        "22": "22",
        "20-30": "20-30",
        " 20 - 30 ": "20-30",
        "22,443-444, 23": "22-23, 443-444",
        "*": "0-65535",
        "0-65535": "0-65535",
        "30-20": undefined,
        "65536": undefined,
        "-1": undefined,
        ssh: undefined,
        "22,ssh": undefined,
        "": undefined,
    };
    for (const [text, meaning] of Object.entries(meanings)) {
        it(`'${text}' means ${meaning ?? "nothing"}`, () => {
            const ports = portsOf(text);
            assert.equal(ports === undefined ? undefined : shownPorts(ports), meaning);
        });
    }
});
