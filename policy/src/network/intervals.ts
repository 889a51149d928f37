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
        const common: Span[] = [];
        let [a, b] = [0, 0];
        while (a < this.spans.length && b < other.spans.length) {
            const [mine, theirs] = [this.spans[a]!, other.spans[b]!];
            const [first, last] = [larger(mine.first, theirs.first), smaller(mine.last, theirs.last)];
            if (first <= last) {
                common.push({ first, last });
            }
            if (mine.last < theirs.last) {
                a += 1;
            } else {
                b += 1;
            }
        }
        return common.length === 0 ? Intervals.none : new Intervals(common);
    }

    minus(other: Intervals): Intervals {
        return this.isEmpty ? this : new Intervals(this.spans.flatMap((span) => cut(span, other.spans)));
    }
}

/** What is left of a span without others, which are in order. */
function cut(span: Span, others: readonly Span[]): readonly Span[] {
    const left: Span[] = [];
    let first = span.first;
    for (const other of others) {
        if (other.last >= first && other.first <= span.last) {
            if (first < other.first) {
                left.push({ first, last: other.first - 1n });
            }
            first = other.last + 1n;
        }
    }
    return first <= span.last ? [...left, { first, last: span.last }] : left;
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
