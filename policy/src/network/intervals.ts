/** The whole numbers from `first` to `last`, both included. */
export interface Span {
    readonly first: bigint;
    readonly last: bigint;
}

/** A set of whole numbers, such as ports or addresses, kept as the spans it is made of, in order and with gaps between them. */
export class Intervals {
    static readonly none = new Intervals([]);

    private constructor(readonly spans: readonly Span[]) {}

    static of(...spans: readonly Span[]): Intervals {
        const sorted = spans.filter((span) => span.first <= span.last).sort((a, b) => order(a.first, b.first));
        const merged: Span[] = [];
        for (const span of sorted) {
            const before = merged.at(-1);
            if (before !== undefined && span.first <= before.last + 1n) {
                merged[merged.length - 1] = { first: before.first, last: larger(before.last, span.last) };
            } else {
                merged.push(span);
            }
        }
        return new Intervals(merged);
    }

    static between(first: bigint, last: bigint): Intervals {
        return Intervals.of({ first, last });
    }

    static union(sets: readonly Intervals[]): Intervals {
        return sets.length === 1 ? sets[0]! : Intervals.of(...sets.flatMap((set) => set.spans));
    }

    get isEmpty(): boolean {
        return this.spans.length === 0;
    }

    /** How many numbers are in it. */
    get size(): bigint {
        return this.spans.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
    }

    contains(value: bigint): boolean {
        return this.spans.some(({ first, last }) => first <= value && value <= last);
    }

    covers(other: Intervals): boolean {
        return other.minus(this).isEmpty;
    }

    intersect(other: Intervals): Intervals {
        return Intervals.of(
            ...this.spans.flatMap((a) =>
                other.spans.map((b) => ({ first: larger(a.first, b.first), last: smaller(a.last, b.last) })),
            ),
        );
    }

    minus(other: Intervals): Intervals {
        return other.spans.reduce(
            (left: Intervals, cut) =>
                Intervals.of(
                    ...left.spans.flatMap((span) => [
                        { first: span.first, last: smaller(span.last, cut.first - 1n) },
                        { first: larger(span.first, cut.last + 1n), last: span.last },
                    ]),
                ),
            this,
        );
    }
}

function order(a: bigint, b: bigint): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function larger(a: bigint, b: bigint): bigint {
    return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
    return a < b ? a : b;
}
