import { ignored } from "../ignored";
import { Resource } from "../plan/resource";
import { all, Verdict } from "../verdict";

/**
 * The verdict on a resource that a rule's subject needs. It says of which resource its paths are, and counts what that resource's
 * `ignoreChanges` hides, as it is counted for the subject itself.
 */
export function judgeJoined(resource: Resource, judge: (resource: Resource) => Verdict): Verdict {
    const looked = new Set<string>();
    const verdict = judge(resource.observed((path) => looked.add(path)));
    const { failures, undecided } = all(verdict, ignored(resource, looked));
    return {
        failures: failures.map((failure) => `${resource.name}: ${failure}`),
        undecided: undecided.map((path) => `${path} of ${resource.name}`),
    };
}
