/** What a rule says of a resource: what is wrong, and which properties it could not judge. With neither, the resource passes. */
export interface Verdict {
    /** One sentence for each thing that is wrong. */
    readonly failures: readonly string[];
    /** Paths of the properties that are unknown and on which the verdict depends. */
    readonly undecided: readonly string[];
}

export const pass: Verdict = { failures: [], undecided: [] };

export function fail(...failures: readonly string[]): Verdict {
    return { failures, undecided: [] };
}

export function undecided(...paths: readonly string[]): Verdict {
    return { failures: [], undecided: paths };
}

/** All of them hold. What one could not judge hides nothing that another found. */
export function all(...verdicts: readonly Verdict[]): Verdict {
    return {
        failures: unique(verdicts.flatMap((verdict) => verdict.failures)),
        undecided: unique(verdicts.flatMap((verdict) => verdict.undecided)),
    };
}

export function passes(verdict: Verdict): boolean {
    return verdict.failures.length === 0 && verdict.undecided.length === 0;
}

/** At least one of them holds; when none does for certain, those that may are undecided; when none can, `failure` says so. */
export function some(verdicts: readonly Verdict[], failure: string): Verdict {
    if (verdicts.some(passes)) {
        return pass;
    }
    const open = verdicts.filter((verdict) => verdict.failures.length === 0);
    return open.length > 0 ? all(...open) : fail(failure);
}

function unique(texts: readonly string[]): string[] {
    return [...new Set(texts)];
}
