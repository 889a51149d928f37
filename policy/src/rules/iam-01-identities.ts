import { mustBeSet } from "../conditions";
import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { Holder, holderOf, isForPeople } from "../roles/holder";
import { Named, namedRole } from "../roles/role";
import { isWide, Scope, scopeOf } from "../roles/scope";
import { judgeRole } from "../roles/strength";
import { planRule } from "../rule";
import { all, fail, pass, passes, undecided, Verdict } from "../verdict";

export const iam01 = planRule({
    id: "IAM-01",
    slug: "identities-have-little-power",
    title: "Identities of programs never administer anything, and have no rights on a subscription",
    why: "Whoever runs code on a machine acts as every identity of the machine, and a pipeline as its service principal.",
    remediation:
        "Assign a role that names the actions the program needs, on the single resource it needs them on. Contributor may be held " +
        "only by an identity that no machine has, and only on a single resource.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
    references: {
        azurePolicy: [
            "4f11b553-d42e-4e3a-89be-32ca364cad4c",
            "339353f6-2387-4a45-abe4-7f529d121046",
            "0cfea604-3201-4e14-88fc-fae4c427a6c5",
        ],
        mcsb: ["PA-1", "PA-4"],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000204", "AZR-000207"],
        kics: [],
    },
    subjects: [azure("authorization", "RoleAssignment")],
    parameters: {
        secretReaders: {
            schema: {
                type: "array",
                description:
                    "Identities that may read keys and secrets although a machine has them, because people on the machine cannot " +
                    "reach their tokens: names of resources, or what comes after the last dash that separates it from the rest.",
                items: { type: "string", pattern: "^[a-z0-9][a-z0-9-]*[a-z0-9]$" },
                maxItems: 8,
                uniqueItems: true,
            },
            default: ["agent", "signin"],
        },
    },
    judge: (assignment, plan, { settings }) => {
        if (isForPeople(assignment, plan)) {
            return pass;
        }
        const [scope, role, holder] = [scopeOf(assignment, plan), namedRole(assignment, plan), holderOf(assignment, plan)];
        const verdict = all(
            mustBeSet(assignment.at("roleDefinitionId")),
            judgeScope(assignment, scope),
            judgeNamed(role, scope, holder, plan, settings.secretReaders),
        );
        return holder.kind === "unknown" ? ifNotPeople(assignment, verdict) : verdict;
    },
});

function judgeScope(assignment: Resource, scope: Scope): Verdict {
    const set = mustBeSet(assignment.at("scope"));
    if (!passes(set)) {
        return set;
    }
    if (scope.reach === undefined) {
        return undecided("scope");
    }
    return isWide(scope.reach)
        ? fail(`scope is ${scope.shown}, a whole ${scope.reach}; an identity has rights on resources or a resource group`)
        : pass;
}

function judgeNamed(named: Named, scope: Scope, holder: Holder, plan: Plan, secretReaders: readonly string[]): Verdict {
    if (named.kind === "unknown") {
        return undecided("roleDefinitionId");
    }
    if (named.kind === "foreign") {
        return scope.reach === "resource" || isWide(scope.reach) ? pass : undecided("what the role of roleDefinitionId grants");
    }
    return all(...named.roles.map((role) => judgeRole(role, { scope, holder, plan, secretReaders })));
}

/** While it is open whether the assignment is for people, what would be wrong for an identity is open, too. */
function ifNotPeople(assignment: Resource, verdict: Verdict): Verdict {
    const type = assignment.at("principalType");
    return type.isUnknown && !passes(verdict) ? undecided(...verdict.undecided, type.path) : verdict;
}
