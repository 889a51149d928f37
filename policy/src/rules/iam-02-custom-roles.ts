import { decide, each } from "../conditions";
import { Property } from "../plan/property";
import { Permission, permissionsOf, possession, Power } from "../roles/permission";
import { contributing, governing } from "../roles/powers";
import { roleDefinition } from "../roles/role";
import { isWide, reachOfId } from "../roles/scope";
import { resourceRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

export const iam02 = resourceRule({
    id: "IAM-02",
    slug: "custom-roles-are-narrow",
    title: "Custom roles name what they allow, give no rights away, and end at a resource group",
    why: "Who may write a role assignment, or anything by a wildcard, may give themselves everything else.",
    remediation:
        "List the actions one by one, or with a wildcard below one resource provider; leave out everything in " +
        "Microsoft.Authorization but reading; set assignableScopes to resource groups.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/role-based-access-control/custom-roles",
    references: {
        azurePolicy: ["a451c1ef-c6ca-483d-87ed-f49761e3ffb5"],
        mcsb: ["PA-7"],
        cis: ["2.0.0:1.23"],
        checkov: ["CKV_AZURE_39"],
        trivy: ["AZU-0030", "AZU-0052"],
        psRule: [],
        kics: ["8fa9ceea"],
    },
    subjects: [roleDefinition],
    judgedAtUpdate: ["assignableScopes"],
    judge: (role) => all(judgePermissions(role.at("permissions")), judgeScopes(role.at("assignableScopes"))),
});

function judgePermissions(permissions: Property): Verdict {
    const granted = permissionsOf(permissions);
    return all(
        permissions.isUnknown ? undecided(permissions.path) : mustHaveItems(permissions),
        ...[governing, contributing].map((power) => judgePower(granted, power)),
    );
}

function judgePower(granted: readonly Permission[], power: Power): Verdict {
    const { by, unknowns } = possession(granted, power);
    const failures = by.map(({ path, pattern }) => `${path} is "${pattern}", which may ${power.name}; a custom role may not`);
    return all(fail(...failures), undecided(...unknowns));
}

function judgeScopes(scopes: Property): Verdict {
    return all(
        scopes.isUnknown ? pass : mustHaveItems(scopes),
        each(scopes, (scope) =>
            decide(scope, () => {
                const reach = reachOfId(scope.text ?? "");
                return isWide(reach)
                    ? fail(`${scope.path} is ${scope.shown}, a whole ${reach}; it must be a resource group`)
                    : pass;
            }),
        ),
    );
}

function mustHaveItems(list: Property): Verdict {
    return list.items.length > 0 ? pass : fail(`${list.path} is ${list.shown}; it must be set`);
}
