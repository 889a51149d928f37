import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addressesOf, everyone, internet, isUncountable, union, virtualNetwork } from "../../src/network/addresses";
import { Intervals } from "../../src/network/intervals";

const between = (first: bigint, last: bigint) => Intervals.between(first, last).spans;

describe("a source", () => {
    it("is an IPv4 range, from its first address on", () =>
        assert.deepEqual(addressesOf("203.0.113.7/24")!.ipv4.spans, between(0xcb007100n, 0xcb0071ffn)));
    it("is a single address", () => assert.deepEqual(addressesOf("203.0.113.7")!.ipv4.spans, between(0xcb007107n, 0xcb007107n)));
    it("is a range from one address to another", () =>
        assert.deepEqual(addressesOf("0.0.0.5 - 0.0.0.9")!.ipv4.spans, between(5n, 9n)));
    it("is an IPv6 range", () => assert.deepEqual(addressesOf("::100/120")!.ipv6.spans, between(0x100n, 0x1ffn)));
    it("has addresses of its own family only", () =>
        assert.deepEqual([addressesOf("10.0.0.0/8")!.ipv6.isEmpty, addressesOf("fd00::/8")!.ipv4.isEmpty], [true, true]));

    for (const text of [
        "",
        "0/0",
        "010.0.0.1",
        "0x7f.1",
        "10.0.0.0/33",
        "10.0.0",
        "fe80::1%eth0",
        "9.9.9.9-1.1.1.1",
        "1.1.1.1-::1",
        "1.1.1.1-2.2.2.2-3.3.3.3",
        "10.0.0.0/8,::",
        "Internet!",
    ]) {
        it(`means nothing as '${text}'`, () => assert.equal(addressesOf(text), undefined));
    }
});

describe("a tag", () => {
    it("is the same in any case", () => assert.equal(addressesOf("INTERNET"), internet));
    it("is within the Internet when it is public", () =>
        assert.deepEqual(
            ["AzureCloud", "AzureCloud.WestEurope", "Storage", "Everyone"].map((tag) =>
                internet.ipv4.covers(addressesOf(tag)!.ipv4),
            ),
            [true, true, true, true],
        ));
    it("is apart from the Internet when it is not", () =>
        assert.deepEqual(
            ["VirtualNetwork", "AzureLoadBalancer", "GatewayManager"].map(
                (tag) => addressesOf(tag)!.ipv4.intersect(internet.ipv4).isEmpty,
            ),
            [true, true, true],
        ));
    it("is apart from every other", () =>
        assert.equal(addressesOf("Storage")!.ipv4.intersect(addressesOf("AzureCloud")!.ipv4).isEmpty, true));
});

describe("the virtual network", () => {
    it("holds private addresses and no others", () =>
        assert.deepEqual(
            ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "172.32.0.0/16"].map((range) =>
                virtualNetwork.ipv4.covers(addressesOf(range)!.ipv4),
            ),
            [true, true, true, false],
        ));
});

describe("sources together", () => {
    it("are everyone when they hold every address of a family", () => {
        const halves = union([addressesOf("0.0.0.0/1")!, addressesOf("128.0.0.0/1")!]);
        assert.deepEqual([halves.ipv4, halves.ipv6.isEmpty], [everyone.ipv4, true]);
    });
    it("are countable unless they hold a tag, or IPv4 addresses as IPv6 ones", () =>
        assert.deepEqual(
            ["203.0.113.0/24", "2001:db8::/32", "VirtualNetwork", "Storage", "::ffff:1.2.3.4", "64:ff9b::/96", "2001::1"].map(
                (text) => {
                    const { ipv4, ipv6 } = addressesOf(text)!;
                    return isUncountable(ipv4, "ipv4") || isUncountable(ipv6, "ipv6");
                },
            ),
            [false, false, false, true, true, true, true],
        ));
});
