const shortest = 20;
/** Longer runs are files, not keys. */
const longest = 256;

/** Below this many bits a character a text repeats itself too much to have been drawn at random. */
const leastBits = 3.5;

/**
 * How often a random text changes between capitals, small letters and digits, as a share of its length. Drawn from 62 characters
 * it is 0.62 on average, from 52 letters 0.50, from 36 it is 0.40; in a name that people gave it is below 0.3.
 */
const leastChanges = { withDigits: 0.33, letters: 0.4, oneCase: 0.18 };

/** Whether a run of letters, digits and `+/_-` looks as if a machine had drawn it: keys do, names and paths do not. */
export function looksRandom(run: string): boolean {
    const parts = run.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
    const text = parts.join("");
    if (run.length > longest || text.length < shortest || Math.max(...parts.map((part) => part.length)) < 10) {
        return false;
    }
    return bits(text) >= leastBits && (isMixed(text) ? isMixedRandom(parts, text) : isSmallRandom(run, text));
}

/** Shannon's entropy in bits a character: https://en.wikipedia.org/wiki/Entropy_(information_theory) */
function bits(text: string): number {
    const counts = new Map<string, number>();
    for (const character of text) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    return [...counts.values()].map((count) => count / text.length).reduce((sum, share) => sum - share * Math.log2(share), 0);
}

function isMixed(text: string): boolean {
    return /[A-Z]/.test(text) && /[a-z]/.test(text);
}

function isMixedRandom(parts: readonly string[], text: string): boolean {
    return changes(parts) >= (count(text, /[0-9]/g) >= 2 ? leastChanges.withDigits : leastChanges.letters);
}

/** Digits and letters of one case only: shorter ones, and those in parts, are names with numbers in them. */
function isSmallRandom(run: string, text: string): boolean {
    const alone = run === text && text.length >= 32 && (/^[a-z0-9]+$/.test(text) || /^[A-Z0-9]+$/.test(text));
    return alone && count(text, /[0-9]/g) >= text.length / 16 && changes([text]) >= leastChanges.oneCase;
}

function changes(parts: readonly string[]): number {
    const seen = parts.flatMap((part) => [...part].slice(1).map((character, at) => kind(character) !== kind(part[at])));
    return seen.filter((changed) => changed).length / seen.length;
}

function kind(character: string): "digit" | "capital" | "small" {
    return /[0-9]/.test(character) ? "digit" : /[A-Z]/.test(character) ? "capital" : "small";
}

function count(text: string, pattern: RegExp): number {
    return text.match(pattern)?.length ?? 0;
}
