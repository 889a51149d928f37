import { unknown } from "../../src/plan/value";
import { iam03, iam03Once } from "../../src/rules/iam-03-role-assignments";
import { Case, Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset, use } from "../support/plans";

const group = "/subscriptions/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/resourceGroups/atelier-data";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const byRole = "/providers/Microsoft.Authorization/roleDefinitions/";

const admins = declare("authorization:RoleAssignment", "admins", {
    roleAssignmentName: "254303ef-b6ed-8eb3-8c8e-7b8ff371e2e4",
    principalType: "Group",
    principalId: "1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349",
    scope: group,
    roleDefinitionId: `${byRole}${contributor}`,
});

const kind = "it must be Group or ServicePrincipal";

function typed(type: string): Case {
    return { name: `for a ${type}`, covers: "pass", changes: { admins: set("principalType", type) }, reports: {} };
}

export const suite: Suite = {
    rule: iam03,
    sound: [admins],
    cases: [
        { name: "for a group, under a GUID", covers: "pass", reports: {} },
        typed("ServicePrincipal"),
        typed("group"),
        {
            name: "for a person",
            covers: "fail",
            changes: { admins: set("principalType", "User") },
            reports: { admins: [`principalType is "User"; ${kind}`] },
        },
        {
            name: "for a device, by an odd name",
            covers: "fail",
            changes: { admins: inOrder(set("principalType", "Device"), set("roleAssignmentName", "admins")) },
            reports: { admins: [`principalType is "Device"; ${kind}`, 'roleAssignmentName is "admins"; it must be a GUID'] },
        },
        {
            name: "under an odd name",
            covers: "fail",
            changes: { admins: set("roleAssignmentName", "admins") },
            reports: { admins: ['roleAssignmentName is "admins"; it must be a GUID'] },
        },
        {
            name: "for nobody knows whom",
            covers: "absent",
            changes: { admins: unset("principalType") },
            reports: { admins: [`principalType is not set; ${kind}`] },
        },
        {
            name: "under a random name",
            covers: "absent",
            changes: { admins: unset("roleAssignmentName") },
            reports: { admins: ["roleAssignmentName is not set; it must be a GUID"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { admins: empty },
            reports: { admins: [`principalType is not set; ${kind}`, "roleAssignmentName is not set; it must be a GUID"] },
        },
        {
            name: "a kind and a name that are judged again when they are known",
            covers: "unknown",
            changes: { admins: inOrder(hide("principalType"), hide("roleAssignmentName")) },
            reports: {},
        },
    ],
};

const twin = "access-admins gives the same role to the same principal on the same scope";
const twins = { again: [twin], "access-admins": ["again gives the same role to the same principal on the same scope"] };

function maybe(name: string): string {
    return undecided(`whether scope is that of ${name}, which gives the same role to the same principal,`);
}

const again = declare("authorization:RoleAssignment", "again", { ...admins.inputs, scope: `${group}/x` });

export const onceSuite: Suite = {
    rule: iam03Once,
    sound: [
        declare("keyvault:Vault", "vault"),
        declare("storage:StorageAccount", "files"),
        declare("managedidentity:UserAssignedIdentity", "identity"),
        declare("authorization:RoleDefinition", "reader", { roleDefinitionId: "0c549f94-a469-44e5-a72c-5486702f1cac" }),
        { ...admins, name: "access-admins" },
        again,
        ...(["vault", "files"] as const).map((on) =>
            declare(
                "authorization:RoleAssignment",
                `read-${on}`,
                { scope: unknown, roleDefinitionId: unknown, principalId: unknown },
                { scope: [on], roleDefinitionId: ["reader"], principalId: ["identity"] },
            ),
        ),
    ],
    cases: [
        { name: "on different scopes", covers: "pass", reports: {} },
        {
            name: "another role",
            covers: "pass",
            changes: {
                again: inOrder(set("scope", group), set("roleDefinitionId", `${byRole}acdd72a7-3385-48ef-bd42-f606fba81ae7`)),
            },
            reports: {},
        },
        {
            name: "another group",
            covers: "pass",
            changes: { again: inOrder(set("scope", group), set("principalId", "2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50")) },
            reports: {},
        },
        { name: "twice", covers: "fail", changes: { again: set("scope", group) }, reports: twins },
        {
            name: "twice, spelled differently",
            covers: "fail",
            changes: {
                again: inOrder(
                    set("scope", `${group.toUpperCase()}/`),
                    set("roleDefinitionId", `/subscriptions/s${byRole}${contributor.toUpperCase()}`),
                    set("principalId", "1E6F4A2B-93C7-4D58-B0E1-7A5C2F8D6349"),
                ),
            },
            reports: twins,
        },
        {
            name: "twice, once by the id of a role of the plan",
            covers: "fail",
            changes: {
                "read-vault": inOrder(
                    set("roleDefinitionId", `${byRole}0c549f94-a469-44e5-a72c-5486702f1cac`),
                    set("scope", `${group}/vault`),
                ),
                "read-files": set("scope", `${group}/vault/`),
            },
            reports: {
                "read-vault": ["read-files gives the same role to the same principal on the same scope"],
                "read-files": ["read-vault gives the same role to the same principal on the same scope"],
            },
        },
        {
            name: "two parts of a vault, or twice the vault",
            covers: "unknown",
            changes: { "read-files": use("scope", "vault") },
            reports: { "read-vault": [maybe("read-files")], "read-files": [maybe("read-vault")] },
        },
        {
            name: "neither says on what",
            covers: "absent",
            changes: { again: unset("scope"), "access-admins": unset("scope") },
            reports: {},
        },
        {
            name: "neither says anything",
            covers: "parent absent",
            changes: { again: empty, "access-admins": empty },
            reports: {},
        },
    ],
};
