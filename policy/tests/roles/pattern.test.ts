import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { overlap, Patterns } from "../../src/roles/pattern";

describe("overlapping patterns", () => {
    const yes: readonly (readonly [string, readonly Patterns[], Patterns])[] = [
        ["the same action", [["Microsoft.Storage/storageAccounts/read"], ["microsoft.storage/STORAGEACCOUNTS/read"]], []],
        ["everything", [["*"], ["Microsoft.Authorization/roleAssignments/write"]], []],
        ["two wildcards that meet in the middle", [["Microsoft.*/roleAssignments/*"], ["Microsoft.Authorization/*/write"]], []],
        [
            "a wildcard that stands for nothing",
            [["Microsoft.Authorization*/roleAssignments/write"], ["Microsoft.Authorization/*"]],
            [],
        ],
        ["a wildcard that crosses slashes", [["Microsoft.Storage/*/action"], ["Microsoft.Storage/a/b/c/action"]], []],
        ["what is left of a wildcard", [["*"], ["*/write"]], ["Microsoft.Compute/*"]],
        ["three sets", [["*/read"], ["a/*"], ["*b*"]], []],
        [
            "one of several patterns",
            [
                ["x", "*/write"],
                ["a/b/write", "y"],
            ],
            [],
        ],
        ["blanks around an action", [[" Microsoft.Authorization/* "], ["Microsoft.Authorization/locks/write"]], []],
    ];
    for (const [name, sets, excluded] of yes) {
        it(name, () => assert.equal(overlap(sets, excluded), true));
    }

    const no: readonly (readonly [string, readonly Patterns[], Patterns])[] = [
        ["other actions", [["*/read"], ["*/write"]], []],
        ["another provider", [["Microsoft.Compute/*"], ["Microsoft.Storage/*"]], []],
        ["a longer provider", [["Microsoft.AuthorizationX/*"], ["Microsoft.Authorization/*"]], []],
        ["all of it excluded", [["*"], ["Microsoft.Authorization/*/write"]], ["microsoft.authorization/*/WRITE"]],
        ["excluded by several together", [["a/*"], ["*/write", "*/delete"]], ["*/write", "a/*delete"]],
        ["a set of nothing", [["*"], []], []],
        ["a dot is a dot", [["MicrosoftXAuthorization/*"], ["Microsoft.Authorization/*"]], []],
    ];
    for (const [name, sets, excluded] of no) {
        it(`not: ${name}`, () => assert.equal(overlap(sets, excluded), false));
    }

    it("are found in a tangle that takes too long to be walked through", () => {
        const tangle = [..."abcdefgh"].map((letter) => `*${letter}*${letter}*${letter}*`);
        const everyWord = ["*"];
        assert.equal(overlap([everyWord, ["*abcdefgh*"]], [...tangle, "*a*b*"]), true);
        assert.equal(overlap([everyWord, ["*ab*"]], ["*a*b*"]), false);
    });

    it("agree with trying every short action, 3000 times", () => {
        const pattern = fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 3 }).map((letters) => letters.join(""));
        const patterns = fc.array(pattern, { minLength: 1, maxLength: 2 });
        const seen = { true: 0, false: 0 };
        fc.assert(
            fc.property(
                fc.array(patterns, { minLength: 1, maxLength: 2 }),
                fc.array(pattern, { maxLength: 3 }),
                (sets, excluded) => {
                    const expected = words.some((word) => sets.every((set) => inSome(set, word)) && !inSome(excluded, word));
                    seen[`${expected}`]++;
                    assert.equal(overlap(sets, excluded), expected);
                },
            ),
            { seed: 20261125, numRuns: 3000 },
        );
        assert.ok(seen.true > 500 && seen.false > 500, JSON.stringify(seen));
    });
});

/** Every text of at most seven letters, one of which occurs in no pattern. */
const words: readonly string[] = longer([""], 7);

function longer(some: readonly string[], times: number): readonly string[] {
    return times === 0
        ? some
        : [
              ...new Set([
                  ...some,
                  ...longer(
                      some.flatMap((word) => ["", ..."abz"].map((letter) => word + letter)),
                      times - 1,
                  ),
              ]),
          ];
}

const answers = new Map<string, Set<string>>();

function inSome(patterns: Patterns, word: string): boolean {
    return patterns.some((pattern) => wordsOf(pattern).has(word));
}

function wordsOf(pattern: string): Set<string> {
    const known = answers.get(pattern) ?? new Set(words.filter((word) => matches(pattern, word)));
    answers.set(pattern, known);
    return known;
}

/** The definition of a wildcard, and nothing else. */
function matches(pattern: string, word: string): boolean {
    if (pattern === "") {
        return word === "";
    }
    if (pattern[0] !== "*") {
        return word[0] === pattern[0] && matches(pattern.slice(1), word.slice(1));
    }
    return [...Array(word.length + 1).keys()].some((skipped) => matches(pattern.slice(1), word.slice(skipped)));
}
