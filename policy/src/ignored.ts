import { Resource } from "./plan/resource";
import { fail, Verdict } from "./verdict";

/** A property that a rule looks at must not be kept from changing: the plan would no longer say what is built. */
export function ignored(resource: Resource, looked: ReadonlySet<string>): Verdict {
    const hidden = resource.options.ignoreChanges.filter((path) => [...looked].some((other) => overlaps(path, other)));
    return fail(...hidden.map((path) => `ignoreChanges hides ${path}, which this rule judges; remove it there`));
}

function overlaps(path: string, other: string): boolean {
    const [a, b] = [steps(path), steps(other)];
    return path === "*" || a.slice(0, b.length).every((step, index) => step === "*" || step === b[index]);
}

/** `a["b"][0].c` and `a.b[0].c` are the same place. */
function steps(path: string): readonly string[] {
    return path.split(/[.[\]"']+/).filter((step) => step !== "");
}
