import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import { Intervals, Span } from "./intervals";

/** A packet has addresses of one family. */
export type Family = "ipv4" | "ipv6";

export const families: readonly Family[] = ["ipv4", "ipv6"];

/** A set of addresses and of what has no address that a plan could tell: service tags and application security groups. */
export type Addresses = Readonly<Record<Family, Intervals>>;

/*
 * The numbers of a family begin at 0. Whatever a tag stands for is a point of its own in both families: above all numbers when
 * it is public, below all of them when it is not.
 */
const bits: Readonly<Record<Family, bigint>> = { ipv4: 32n, ipv6: 128n };
const firstTag = 1n << 200n;
const lastTag = 1n << 257n;
const virtualNetworkTag = -1n;
const loadBalancerTag = -2n;
const gatewayManagerTag = -3n;

const publicTags = Intervals.between(firstTag, lastTag);

/** IPv6 ranges that stand for IPv4 addresses, all of them in the space of a few: mapped, translated (RFC 6052) and Teredo ones. */
const disguises: Addresses = union(["::ffff:0:0/96", "64:ff9b::/96", "2001::/32"].map((text) => of(parsed(text)!)));

/** Every address of a family, without what only a tag tells. */
export function numbers(family: Family): Intervals {
    return Intervals.between(0n, (1n << bits[family]) - 1n);
}

function forEach(make: (family: Family) => Intervals): Addresses {
    return { ipv4: make("ipv4"), ipv6: make("ipv6") };
}

export const nobody: Addresses = forEach(() => Intervals.none);

/** What the text `*` matches. */
export const everyone: Addresses = forEach(() => Intervals.between(-lastTag, lastTag));

/**
 * Ranges from which nobody on the Internet can come: RFC 1918, shared (RFC 6598), loopback and link-local ones, Azure's own
 * platform address, and what corresponds to them in IPv6.
 * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const privateNumbers: Addresses = union(
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "168.63.129.16"]
        .concat(["fc00::/7", "fe80::/10", "::1"])
        .map((text) => of(parsed(text)!)),
);

/** What the tag Internet holds: every public address, and with it every public service tag. */
export const internet: Addresses = forEach((family) =>
    Intervals.union([numbers(family).minus(privateNumbers[family]), publicTags]),
);

/**
 * What the tag VirtualNetwork holds. A plan does not tell all of it (peered networks, routes, gateways), so it is every private
 * address, every application security group and a point for what else there may be.
 * https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 */
export const virtualNetwork: Addresses = forEach((family) =>
    Intervals.union([Intervals.between(-lastTag, -firstTag), point(virtualNetworkTag), privateNumbers[family]]),
);

/** The tags that are not the Internet, in lower case. Azure does not publish addresses for the last one. */
const tags: Readonly<Record<string, Addresses>> = {
    internet,
    virtualnetwork: virtualNetwork,
    azureloadbalancer: union([forEach(() => point(loadBalancerTag)), of(parsed("168.63.129.16")!)]),
    gatewaymanager: forEach(() => point(gatewayManagerTag)),
};

const meanings = new Map<string, Addresses | undefined>();

/**
 * What one source or destination means: an address, a CIDR range, a range from one address to another, `*` or a service tag,
 * of which every one that is not known to be internal is public. Undefined for a text that is none of these.
 */
export function addressesOf(text: string): Addresses | undefined {
    if (!meanings.has(text)) {
        meanings.set(text, meaningOf(text));
    }
    return meanings.get(text);
}

function meaningOf(text: string): Addresses | undefined {
    if (text === "*") {
        return everyone;
    }
    if (/^[a-z][a-z0-9]*(\.[a-z0-9]+)*$/i.test(text)) {
        return tags[text.toLowerCase()] ?? publicTag(text);
    }
    const range = parsed(text);
    return range === undefined ? undefined : of(range);
}

function publicTag(text: string): Addresses {
    return forEach(() => point(firstTag + digest(text.toLowerCase())));
}

/** The machines of an application security group, of which nothing is known but that they are in the virtual network. */
export function groupMembers(key: string): Addresses {
    return forEach(() => point(-firstTag - digest(key)));
}

/** All of these together. Who names all numbers of a family, in however many parts, names everything in it. */
export function union(sets: readonly Addresses[]): Addresses {
    return forEach((family) => {
        const all = Intervals.union(sets.map((set) => set[family]));
        return all.covers(numbers(family)) ? everyone[family] : all;
    });
}

const publicNumbers = forEach((family) => internet[family].intersect(numbers(family)));

export function holdsPublicNumbers(set: Intervals, family: Family): boolean {
    return !set.intersect(publicNumbers[family]).isEmpty;
}

export function withoutPublicTags(set: Intervals): Intervals {
    return set.minus(publicTags);
}

/** Whether more addresses are meant than are counted: those of a service tag, or IPv4 ones in the clothes of IPv6. */
export function isUncountable(set: Intervals, family: Family): boolean {
    return !set.intersect(Intervals.union([publicTags, disguises[family]])).isEmpty;
}

function of(range: Range): Addresses {
    return forEach((family) => (family === range.family ? Intervals.between(range.first, range.last) : Intervals.none));
}

function point(value: bigint): Intervals {
    return Intervals.between(value, value);
}

function digest(text: string): bigint {
    return BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
}

interface Range extends Span {
    readonly family: Family;
}

function parsed(text: string): Range | undefined {
    const [from, to, more] = text.split("-").map((part) => part.trim());
    if (from === undefined || to === undefined) {
        return parsedCidr(text);
    }
    const [first, last] = [parsedCidr(from), parsedCidr(to)];
    if (more !== undefined || first === undefined || last === undefined || first.family !== last.family) {
        return undefined;
    }
    return first.first <= last.last ? { family: first.family, first: first.first, last: last.last } : undefined;
}

/** Only forms in which everybody reads the same address; the library would also take `0x7f.1` and `010.0.0.1`. */
function parsedCidr(text: string): Range | undefined {
    const { IPv4, IPv6 } = ipaddr;
    const isSix = text.includes(":");
    if (text.includes("%")) {
        return undefined;
    }
    if (text.includes("/")) {
        const isValid = isSix ? IPv6.isValidCIDR(text) : IPv4.isValidCIDRFourPartDecimal(text);
        return isValid ? rangeAt(...ipaddr.parseCIDR(text)) : undefined;
    }
    const isValid = isSix ? IPv6.isValid(text) : IPv4.isValidFourPartDecimal(text);
    return isValid ? rangeAt(ipaddr.parse(text), isSix ? 128 : 32) : undefined;
}

function rangeAt(address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number): Range {
    const family = address.kind();
    const size = 1n << (bits[family] - BigInt(prefix));
    const value = BigInt(`0x${Buffer.from(address.toByteArray()).toString("hex")}`);
    const first = value - (value % size);
    return { family, first, last: first + size - 1n };
}
