/** A set of actions of Azure, written as patterns like `Microsoft.Storage/*`. Case does not count; `*` is any text, slashes and nothing included. */
export type Patterns = readonly string[];

/** What is left to be matched of each pattern of a set, after some text. */
type Rest = ReadonlySet<string>;

/** A letter that no pattern names; all of these are alike. */
const otherLetter = "";

/** A search that grows beyond this is of patterns that nobody writes by accident. */
const mostSteps = 2_000;

/**
 * Whether there is an action that is in every one of these sets and in none of the excluded patterns. It is exact: it walks
 * through all texts at once, letter by letter, and keeps what each pattern still wants. A tangle of wildcards that takes too
 * long to walk through counts as an action.
 *
 * What `*` stands for: https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
 */
export function overlap(sets: readonly Patterns[], excluded: Patterns): boolean {
    const open = [{ within: likely(sets.map(normal)).map(closed), without: closed(normal(excluded)) }];
    const seen = new Set<string>();
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
        const { within, without } = state;
        if (within.every(ends) && !ends(without)) {
            return true;
        }
        const key = JSON.stringify([...within, without].map((rest) => [...rest].sort()));
        if (seen.has(key) || without.has("*") || within.some((rest) => rest.size === 0)) {
            continue;
        }
        if (seen.size >= mostSteps) {
            return true;
        }
        seen.add(key);
        const next = (letter: string) => ({
            within: within.map((rest) => after(rest, letter)),
            without: after(without, letter),
        });
        open.push(...letters(within, without).map(next));
    }
    return false;
}

function normal(patterns: Patterns): Patterns {
    return patterns.map((pattern) => pattern.trim().toLowerCase().replace(/\*+/g, "*"));
}

/** Without the patterns that begin like none of another set, which spares most walks. */
function likely(sets: readonly Patterns[]): readonly Patterns[] {
    return sets.map((set) => set.filter((one) => sets.every((other) => other.some((another) => beginAlike(one, another)))));
}

function beginAlike(one: string, other: string): boolean {
    const [a, b] = [beginning(one), beginning(other)];
    return a.startsWith(b) || b.startsWith(a);
}

function beginning(pattern: string): string {
    const wildcard = pattern.indexOf("*");
    return wildcard < 0 ? pattern : pattern.slice(0, wildcard);
}

const everything: Rest = new Set(["*", ""]);

/** A wildcard may also stand for nothing; one with nothing behind it makes the others needless. */
function closed(rests: readonly string[]): Rest {
    if (rests.includes("*")) {
        return everything;
    }
    return new Set(rests.flatMap((rest) => (rest.startsWith("*") ? [rest, rest.slice(1)] : [rest])));
}

function ends(rest: Rest): boolean {
    return rest.has("");
}

function after(rest: Rest, letter: string): Rest {
    return closed(
        [...rest].flatMap((one) => {
            if (one.startsWith("*")) {
                return [one];
            }
            return one !== "" && one[0] === letter ? [one.slice(1)] : [];
        }),
    );
}

/** The letters that can come next and lead to different places. */
function letters(within: readonly Rest[], without: Rest): readonly string[] {
    const narrow = within.find((rest) => ![...rest].some((one) => one.startsWith("*")));
    return narrow === undefined ? [...heads([...within, without]), otherLetter] : [...heads([narrow])];
}

function heads(rests: readonly Rest[]): ReadonlySet<string> {
    return new Set(rests.flatMap((rest) => [...rest].filter((one) => one !== "" && !one.startsWith("*")).map((one) => one[0])));
}
