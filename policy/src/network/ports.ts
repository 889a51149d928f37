import { Intervals, Span } from "./intervals";

const LAST = 65535;

export const everyPort = Intervals.between(0n, BigInt(LAST));

export function port(number: number): Intervals {
    return Intervals.between(BigInt(number), BigInt(number));
}

export function ports(...numbers: readonly number[]): Intervals {
    return Intervals.union(numbers.map(port));
}

/** What `22`, `20-30`, `*` and lists of these with commas mean; undefined for a text that Azure would refuse. */
export function portsOf(text: string): Intervals | undefined {
    const parts = text.split(",").map((part) => part.trim());
    const ranges = parts.map((part) => (part === "*" ? everyPort : range(part)));
    return ranges.every((one) => one !== undefined) ? Intervals.union(ranges) : undefined;
}

function range(text: string): Intervals | undefined {
    const [, first, last] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text) ?? [];
    if (first === undefined) {
        return undefined;
    }
    const [from, to] = [Number(first), Number(last ?? first)];
    return from <= to && to <= LAST ? Intervals.between(BigInt(from), BigInt(to)) : undefined;
}

/** As it is shown to people: `22, 8000-8999`. */
export function shownPorts(set: Intervals): string {
    return set.spans.map(shownSpan).join(", ");
}

function shownSpan({ first, last }: Span): string {
    return first === last ? String(first) : `${first}-${last}`;
}
