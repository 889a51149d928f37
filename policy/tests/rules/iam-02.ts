import { unknown } from "../../src/plan/value";
import { iam02 } from "../../src/rules/iam-02-custom-roles";
import { Case, Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset, use } from "../support/plans";

const subscription = "/subscriptions/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
const group = `${subscription}/resourceGroups/atelier-compute`;

const first = "permissions[0].actions[0]";
const scope = "assignableScopes[0]";

function governs(path: string, pattern: string): string {
    return `${path} is "${pattern}", which may give or take rights; a custom role may not`;
}

function spans(path: string, pattern: string): string {
    return `${path} is "${pattern}", which may change resources of every kind; a custom role may not`;
}

/** A role whose first action is another one. */
function allows(action: string, ...messages: readonly string[]): Case {
    return {
        name: `allows ${action}`,
        covers: messages.length === 0 ? "pass" : "fail",
        changes: { operator: set("permissions.0.actions.0", action) },
        reports: messages.length === 0 ? {} : { operator: messages },
    };
}

function assignableOn(id: string, ...messages: readonly string[]): Case {
    return {
        name: `assignable on ${id}`,
        covers: messages.length === 0 ? "pass" : "fail",
        changes: { operator: set("assignableScopes", [id]) },
        reports: messages.length === 0 ? {} : { operator: messages },
    };
}

function wide(id: string, reach: string): string {
    return `${scope} is "${id}", a whole ${reach}; it must be a resource group`;
}

export const suite: Suite = {
    rule: iam02,
    sound: [
        declare("resources:ResourceGroup", "compute"),
        declare("authorization:RoleDefinition", "operator", {
            permissions: [
                {
                    actions: ["Microsoft.Compute/virtualMachines/read", "Microsoft.Compute/*/read", "*/read"],
                    notActions: [],
                    dataActions: ["Microsoft.Storage/storageAccounts/blobServices/*"],
                    notDataActions: [],
                },
            ],
            assignableScopes: [group, `${group}/`],
        }),
    ],
    cases: [
        { name: "narrow", covers: "pass", reports: {} },
        allows("Microsoft.Compute/virtualMachines/*"),
        allows("Microsoft.Authorization/roleAssignments/read"),
        allows("Microsoft.Authorization/*/read"),
        allows("*", governs(first, "*"), spans(first, "*")),
        {
            name: "CKV_AZURE_39 passes */write",
            covers: "fail",
            changes: { operator: inOrder(set("permissions.0.actions.0", "*/write"), set("assignableScopes", [subscription])) },
            reports: { operator: [governs(first, "*/write"), spans(first, "*/write"), wide(subscription, "subscription")] },
        },
        {
            name: "CKV_AZURE_39 passes Microsoft.Authorization/*",
            covers: "fail",
            changes: {
                operator: inOrder(
                    set("permissions.0.actions.0", "Microsoft.Authorization/*"),
                    set("assignableScopes", [subscription]),
                ),
            },
            reports: { operator: [governs(first, "Microsoft.Authorization/*"), wide(subscription, "subscription")] },
        },
        {
            name: "CKV_AZURE_39 passes roleAssignments/write at a subscription",
            covers: "fail",
            changes: {
                operator: inOrder(
                    set("permissions.0.actions.0", "Microsoft.Authorization/roleAssignments/write"),
                    set("assignableScopes", [subscription]),
                ),
            },
            reports: {
                operator: [governs(first, "Microsoft.Authorization/roleAssignments/write"), wide(subscription, "subscription")],
            },
        },
        allows("microsoft.AUTHORIZATION/roledefinitions/WRITE", governs(first, "microsoft.AUTHORIZATION/roledefinitions/WRITE")),
        allows("Microsoft.Authorization/elevateAccess/action", governs(first, "Microsoft.Authorization/elevateAccess/action")),
        allows(
            "Microsoft.*/roleAssignments/*",
            governs(first, "Microsoft.*/roleAssignments/*"),
            spans(first, "Microsoft.*/roleAssignments/*"),
        ),
        allows("Microsoft.Authorization/locks/delete", governs(first, "Microsoft.Authorization/locks/delete")),
        {
            name: "all data",
            covers: "fail",
            changes: { operator: set("permissions.0.dataActions", ["*"]) },
            reports: { operator: [spans("permissions[0].dataActions[0]", "*")] },
        },
        {
            name: "everything but giving rights",
            covers: "fail",
            changes: {
                operator: inOrder(
                    set("permissions.0.actions", ["*"]),
                    set("permissions.0.notActions", ["Microsoft.Authorization/*", "Microsoft.Blueprint/*"]),
                ),
            },
            reports: { operator: [spans(first, "*")] },
        },
        {
            name: "everything, with all but reading withheld",
            covers: "pass",
            changes: {
                operator: inOrder(
                    set("permissions.0.actions", ["*"]),
                    set("permissions.0.notActions", ["*/write", "*/delete", "*/action"]),
                ),
            },
            reports: {},
        },
        {
            name: "withheld in another entry",
            covers: "fail",
            changes: {
                operator: set("permissions", [
                    { actions: ["Microsoft.Authorization/*"] },
                    { actions: [], notActions: ["Microsoft.Authorization/*"] },
                ]),
            },
            reports: { operator: [governs(first, "Microsoft.Authorization/*")] },
        },
        assignableOn(group),
        assignableOn(`${group}/providers/Microsoft.Storage/storageAccounts/stteam`),
        assignableOn("/", wide("/", "tenant")),
        assignableOn(`${subscription}/`, wide(`${subscription}/`, "subscription")),
        assignableOn(subscription.toUpperCase(), wide(subscription.toUpperCase(), "subscription")),
        assignableOn(
            "/providers/Microsoft.Management/managementGroups/root",
            wide("/providers/Microsoft.Management/managementGroups/root", "management group"),
        ),
        {
            name: "assignable nowhere in particular",
            covers: "absent",
            changes: { operator: unset("assignableScopes") },
            reports: { operator: ["assignableScopes is not set; it must be set"] },
        },
        {
            name: "an empty list of scopes",
            covers: "absent",
            changes: { operator: set("assignableScopes", []) },
            reports: { operator: ["assignableScopes is []; it must be set"] },
        },
        {
            name: "no permissions",
            covers: "absent",
            changes: { operator: unset("permissions") },
            reports: { operator: ["permissions is not set; it must be set"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { operator: empty },
            reports: { operator: ["permissions is not set; it must be set", "assignableScopes is not set; it must be set"] },
        },
        {
            name: "an action that is not known, beside a finding",
            covers: "unknown",
            changes: { operator: inOrder(set("permissions.0.actions.0", unknown), set("permissions.0.actions.1", "*")) },
            reports: {
                operator: [governs("permissions[0].actions[1]", "*"), spans("permissions[0].actions[1]", "*"), undecided(first)],
            },
        },
        {
            name: "permissions that are not known",
            covers: "unknown",
            changes: { operator: hide("permissions") },
            reports: { operator: [undecided("permissions")] },
        },
        {
            name: "withheld actions that are not known",
            covers: "unknown",
            changes: { operator: inOrder(set("permissions.0.actions.0", "*"), hide("permissions.0.notActions")) },
            reports: { operator: [undecided("permissions[0].notActions")] },
        },
        {
            name: "scopes that are judged again when they are known",
            covers: "unknown",
            changes: { operator: use("assignableScopes", "compute") },
            reports: {},
        },
        {
            name: "a scope that is judged again when it is known, beside a finding",
            covers: "unknown",
            changes: { operator: set("assignableScopes", [subscription, unknown]) },
            reports: { operator: [wide(subscription, "subscription")] },
        },
    ],
};
