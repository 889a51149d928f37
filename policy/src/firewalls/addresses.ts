import ipaddr from "ipaddr.js";
import { decide } from "../conditions";
import { Property } from "../plan/property";
import { all, fail, pass, undecided, Verdict } from "../verdict";

/** A block of addresses of one family. */
interface Block {
    readonly family: "IPv4" | "IPv6";
    readonly prefix: number;
    readonly first: bigint;
    readonly last: bigint;
}

/** The shortest prefix of a source that is narrow, and how many times that size a whole list may be. */
const narrow = { IPv4: 24, IPv6: 64, times: 16n } as const;
const least = `/${narrow.IPv4} (IPv4) or /${narrow.IPv6} (IPv6)`;
const bits = { IPv4: 32, IPv6: 128 } as const;
const mapped = ipaddr.IPv6.parse("::ffff:0:0");

/** A list of firewall rules, each with an address or a range at `key`, lets in few addresses, one by one and all together. */
export function mustBeNarrow(rules: Property, key: string): Verdict {
    if (rules.isUnknown) {
        return undecided(rules.path);
    }
    const places = rules.items.map((rule) => rule.at(key));
    const blocks = places.flatMap((place) => block(place.text) ?? []).filter(isNarrow);
    return all(...places.map(oneIsNarrow), together(rules, blocks));
}

function oneIsNarrow(place: Property): Verdict {
    return decide(place, () => {
        const range = block(place.text);
        return range !== undefined && isNarrow(range)
            ? pass
            : fail(`${place.path} is ${place.shown}; it must be a range of at least ${least}`);
    });
}

function together(rules: Property, blocks: readonly Block[]): Verdict {
    const families = ["IPv4", "IPv6"] as const;
    return all(
        ...families.map((family) => {
            const count = union(blocks.filter((range) => range.family === family));
            const most = narrow.times << BigInt(bits[family] - narrow[family]);
            return count > most
                ? fail(`${rules.path} lets in ${count} ${family} addresses; it must let in at most ${most}`)
                : pass;
        }),
    );
}

function isNarrow(range: Block): boolean {
    return range.prefix >= narrow[range.family];
}

/** The number of addresses in at least one of the blocks. */
function union(blocks: readonly Block[]): bigint {
    const ordered = [...blocks].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    return ordered.reduce(
        ({ count, next }, { first, last }) => {
            const from = first > next ? first : next;
            return last < from ? { count, next } : { count: count + last - from + 1n, next: last + 1n };
        },
        { count: 0n, next: 0n },
    ).count;
}

/** Undefined when the text is neither an address nor a range in CIDR notation. */
function block(text: string | undefined): Block | undefined {
    if (text === undefined) {
        return undefined;
    }
    if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
        return blockOf(ipaddr.IPv4.parse(text), bits.IPv4);
    }
    if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) {
        return blockOf(...ipaddr.IPv4.parseCIDR(text));
    }
    if (ipaddr.IPv6.isValid(text)) {
        return blockOf(ipaddr.IPv6.parse(text), bits.IPv6);
    }
    return ipaddr.IPv6.isValidCIDR(text) ? blockOf(...ipaddr.IPv6.parseCIDR(text)) : undefined;
}

function blockOf(address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number): Block {
    if (address instanceof ipaddr.IPv6 && mapped.match(address, Math.min(prefix, 96))) {
        // Every address of IPv4 has a second notation here.
        return blockOf(ipaddr.IPv4.parse("0.0.0.0"), 0);
    }
    const family = address instanceof ipaddr.IPv4 ? "IPv4" : "IPv6";
    const size = 1n << BigInt(bits[family] - prefix);
    const number = BigInt(`0x${Buffer.from(address.toByteArray()).toString("hex")}`);
    const first = number - (number % size);
    return { family, prefix, first, last: first + size - 1n };
}
