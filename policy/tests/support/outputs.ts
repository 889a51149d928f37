import { declaredBy, Suite } from "./cases";
import { Outputs } from "./replay";

/**
 * Every top-level property that the cases of any suite set in a type. The official provider calls those that a resource does not
 * set unknown at the end of a preview; a rule that looked at outputs there would not see that something is absent.
 */
export function outputsInCases(suites: readonly Suite[]): Outputs {
    const keys = new Map<string, Set<string>>();
    for (const suite of suites) {
        for (const { type, inputs } of suite.cases.flatMap((one) => declaredBy(suite, one))) {
            const known = keys.get(name(type)) ?? new Set();
            Object.keys(inputs).forEach((key) => known.add(key));
            keys.set(name(type), known);
        }
    }
    return (type) => [...(keys.get(name(type)) ?? [])];
}

/** Without provider and version: `storage/v20230101:StorageAccount` and `storage:StorageAccount` are one type. */
function name(type: string): string {
    return type.replace(/^azure-native:/, "").replace(/\/v\d+:/, ":");
}
