import { Property } from "./plan/property";
import { Value } from "./plan/value";
import { all, fail, pass, some, undecided, Verdict } from "./verdict";

/** Judges a property when all of it is known; undefined is a property that is not set. */
export function decide(property: Property, judge: (value: Value | undefined) => Verdict): Verdict {
    return property.unknowns.length > 0 ? undecided(...property.unknowns) : judge(property.value);
}

/** The value must satisfy the test; a property that is not set must, too. `allowed` completes "it must be ...". */
export function must(property: Property, allowed: string, test: (value: Value | undefined) => boolean): Verdict {
    return decide(property, (value) =>
        test(value) ? pass : fail(`${property.path} is ${property.shown}; it must be ${allowed}`),
    );
}

/** The property must be set to exactly this value. Texts are compared as Azure does, without case. */
export function mustBe(property: Property, wanted: boolean | number | string): Verdict {
    return must(property, String(wanted), (value) => same(value, wanted));
}

/** The property must not be set, or be set to exactly this value, which is also Azure's default. */
export function mayOnlyBe(property: Property, wanted: boolean | number | string): Verdict {
    return must(property, `${wanted} or not set`, (value) => value === undefined || same(value, wanted));
}

/** The property must be set, to a value or to one that is not known yet. */
export function mustBeSet(property: Property): Verdict {
    if (property.isBelowUnknown) {
        return undecided(property.path);
    }
    return property.isAbsent || property.text?.trim() === ""
        ? fail(`${property.path} is ${property.shown}; it must be set`)
        : pass;
}

/** The property must not be set, whether or not its value is known. */
export function mustNotBeSet(property: Property): Verdict {
    if (property.isBelowUnknown) {
        return undecided(property.path);
    }
    return property.isAbsent ? pass : fail(`${property.path} is set; it must not be`);
}

/** Every item of a list holds; a list that is not set has none. */
export function each(list: Property, judge: (item: Property) => Verdict): Verdict {
    return list.isUnknown ? undecided(list.path) : all(...list.items.map(judge));
}

/** At least one item of a list holds; a list that is not set has none. */
export function any(list: Property, failure: string, judge: (item: Property) => Verdict): Verdict {
    return list.isUnknown ? undecided(list.path) : some(list.items.map(judge), failure);
}

function same(value: Value | undefined, wanted: boolean | number | string): boolean {
    return typeof value === "string" && typeof wanted === "string"
        ? value.toLowerCase() === wanted.toLowerCase()
        : value === wanted;
}
