import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { mustBeNarrow } from "../../src/firewalls/addresses";
import { Property } from "../../src/plan/property";
import { unknown, Value, Values } from "../../src/plan/value";
import { all, fail, pass, undecided, Verdict } from "../../src/verdict";

describe("addresses that a firewall lets in", () => {
    for (const text of ["203.0.113.7", "203.0.113.0/24", "203.0.113.9/24", "2001:db8::7", "2001:db8::/64"]) {
        it(`may be ${text}`, () => assert.deepEqual(judge(text), pass));
    }

    const wide = [
        "0.0.0.0/0",
        "0.0.0.0/1",
        "203.0.112.0/23",
        "::/0",
        "2001:db8::/63",
        // Ranges that hold the second notation of every IPv4 address.
        "::ffff:0:0/96",
        "::/64",
        "::ffff:203.0.113.7",
        // Neither an address nor a range: whoever reads it may take it for anything.
        "*",
        "Internet",
        "0.0.0.0 - 255.255.255.255",
        "203.0.113.0/24,0.0.0.0/0",
        "0",
        "0x0",
        "203.113",
        "203.0.113.0/33",
        "",
    ];
    for (const text of wide) {
        it(`may not be '${text}'`, () => assert.deepEqual(judge(text), fail(tooWide(0, JSON.stringify(text)))));
    }

    it("must be texts", () => assert.deepEqual(judge(0, null), fail(tooWide(0, "0"), tooWide(1, "not set"))));

    it("are none when there is no list", () => assert.deepEqual(judgeList(undefined), pass));

    it("may be sixteen ranges of 256, in any order, some of them twice", () => {
        const ranges = Array.from({ length: 16 }, (_, index) => `203.0.${16 - index}.0/24`);
        assert.deepEqual(judge(...ranges, ...ranges), pass);
    });

    it("may not be one address more", () => {
        const ranges = Array.from({ length: 16 }, (_, index) => `203.0.${index}.0/24`);
        assert.deepEqual(
            judge(...ranges, "198.51.100.1"),
            fail("ipRules lets in 4097 IPv4 addresses; it must let in at most 4096"),
        );
    });

    it("are counted by family", () => {
        const ranges = Array.from({ length: 17 }, (_, index) => `2001:db8:0:${index.toString(16)}::/64`);
        assert.deepEqual(
            judge(...ranges, "198.51.100.1"),
            fail("ipRules lets in 313594649253062377472 IPv6 addresses; it must let in at most 295147905179352825856"),
        );
    });

    it("are undecided where they are unknown, and wide where they are known to be", () =>
        assert.deepEqual(judge(unknown, "0.0.0.0/0"), all(fail(tooWide(1, '"0.0.0.0/0"')), undecided("ipRules[0].value"))));

    it("are too many in spite of one that is unknown", () => {
        const ranges = Array.from({ length: 17 }, (_, index) => `203.0.${index}.0/24`);
        assert.deepEqual(
            judge(unknown, ...ranges),
            all(fail("ipRules lets in 4352 IPv4 addresses; it must let in at most 4096"), undecided("ipRules[0].value")),
        );
    });

    it("are undecided as an unknown list", () => assert.deepEqual(judgeList(unknown), undecided("ipRules")));

    it("are as many as there are, one by one", () =>
        fc.assert(
            fc.property(fc.array(fc.tuple(fc.nat(8191), fc.integer({ min: 24, max: 32 })), { maxLength: 60 }), (drawn) => {
                const ranges = drawn.map(([offset, prefix]) => ({
                    text: `203.0.${offset >> 8}.${offset & 255}/${prefix}`,
                    offset,
                    prefix,
                }));
                const addresses = new Set(
                    ranges.flatMap(({ offset, prefix }) => {
                        const size = 2 ** (32 - prefix);
                        const first = Math.floor(offset / size) * size;
                        return Array.from({ length: size }, (_, index) => first + index);
                    }),
                );
                const expected =
                    addresses.size > 4096
                        ? fail(`ipRules lets in ${addresses.size} IPv4 addresses; it must let in at most 4096`)
                        : pass;
                assert.deepEqual(judge(...ranges.map(({ text }) => text)), expected);
            }),
            { seed: 1, numRuns: 300 },
        ));
});

function judge(...addresses: readonly Value[]): Verdict {
    return judgeList(addresses.map((value) => ({ value })));
}

function judgeList(ipRules: Value | undefined): Verdict {
    const inputs: Values = ipRules === undefined ? {} : { ipRules };
    return mustBeNarrow(Property.root(inputs, () => {}).at("ipRules"), "value");
}

function tooWide(index: number, shown: string): string {
    return `ipRules[${index}].value is ${shown}; it must be a range of at least /24 (IPv4) or /64 (IPv6)`;
}
