import { unknown, Values } from "../../src/plan/value";
import { iam01 } from "../../src/rules/iam-01-identities";
import { Case, Suite, undecided } from "../support/cases";
import { declare, Declared, empty, hide, inOrder, set, unset, use } from "../support/plans";

const subscription = "/subscriptions/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
const group = `${subscription}/resourceGroups/atelier-data`;
const account = `${group}/providers/Microsoft.Storage/storageAccounts/stteam`;

function builtIn(guid: string): string {
    return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

const owner = builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c");
const reader = builtIn("acdd72a7-3385-48ef-bd42-f606fba81ae7");
const accessAdministrator = builtIn("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");
const rbacAdministrator = builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168");
const machineContributor = builtIn("9980e02c-c2be-4d73-94e8-173b1dc7cf3c");
const secretsUser = builtIn("4633458b-17de-408a-b874-0445c86b69e6");
const keyOperator = builtIn("81a9662b-bebf-436f-a333-f67b29880f12");
const foreign = builtIn("6ada1148-2892-84d8-a68f-ea490c8c2cc9");

function role(name: string, ...actions: readonly string[]): Declared {
    return declare("authorization:RoleDefinition", name, { permissions: [{ actions, notActions: [] }] });
}

function identity(name: string): Declared {
    return declare("managedidentity:UserAssignedIdentity", name, { resourceName: `team-${name}` });
}

interface Grant {
    readonly to: string;
    readonly on: string;
    readonly role: string;
}

/** An assignment as a preview shows it: built-in roles are known, all else comes from resources of the plan. */
function grant(name: string, { to, on, role: given }: Grant): Declared {
    const known = given.startsWith("/");
    const inputs: Values = {
        principalType: "ServicePrincipal",
        principalId: unknown,
        scope: unknown,
        roleDefinitionId: known ? given : unknown,
    };
    const uses = { principalId: [to], scope: [on], ...(known ? {} : { roleDefinitionId: [given] }) };
    return declare("authorization:RoleAssignment", name, inputs, uses);
}

const attached = "no identity of a machine may, and notebook is attached to ada";
const nobody = "only an identity may that the plan shows attached to no machine, and principalId is none of the plan's";

/** What the rule says when the identity is given this role on this resource. */
function given(name: string, { to, on, role: named }: Grant, ...messages: readonly string[]): Case {
    return {
        name,
        covers: messages.length === 0 ? "pass" : "fail",
        adds: [grant("given", { to, on, role: named })],
        reports: messages.length === 0 ? {} : { given: messages },
    };
}

/** What the rule says of a scope whose text is known. */
function scopedTo(scope: string, ...messages: readonly string[]): Case {
    return {
        name: `on ${scope}`,
        covers: messages.length === 0 ? "pass" : "fail",
        changes: { "workspace-account": set("scope", scope) },
        reports: messages.length === 0 ? {} : { "workspace-account": messages },
    };
}

function wide(scope: string, reach: string): readonly string[] {
    return [
        `scope is "${scope}", a whole ${reach}; an identity has rights on resources or a resource group`,
        `roleDefinitionId is Contributor, which may change resources of every kind by "*"; ` +
            `an identity may only on a single resource, and this is a whole ${reach}`,
    ];
}

const onGroup = [
    `roleDefinitionId is Contributor, which may change resources of every kind by "*"; ` +
        "an identity may only on a single resource, and this is a whole resource group",
];

export const suite: Suite = {
    rule: iam01,
    sound: [
        declare("resources:ResourceGroup", "data"),
        declare("storage:StorageAccount", "files"),
        declare("keyvault:Vault", "vault"),
        declare("machinelearningservices:Workspace", "studio", { identity: { type: "SystemAssigned" } }),
        identity("workspace"),
        identity("notebook"),
        identity("ada-agent"),
        declare(
            "compute:VirtualMachine",
            "ada",
            { vmName: "team-ada", identity: { type: "UserAssigned", userAssignedIdentities: [unknown, unknown] } },
            { identity: ["notebook", "ada-agent"] },
        ),
        declare("compute:VirtualMachine", "bob", { vmName: "team-bob" }),
        role("experiment", "Microsoft.MachineLearningServices/workspaces/jobs/write", "Microsoft.Storage/storageAccounts/read"),
        role("stop", "Microsoft.Compute/virtualMachines/deallocate/action"),
        role("mount", "Microsoft.Storage/storageAccounts/listKeys/action"),
        role("delegate", "Microsoft.*/roleAssignments/*"),
        role("almost-contributor", "*/read", "Microsoft.C*/write"),
        role("impersonate", "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"),
        role("operate-computes", "Microsoft.MachineLearningServices/workspaces/computes/*"),
        grant("notebook-studio", { to: "notebook", on: "studio", role: "experiment" }),
        grant("agent-stop", { to: "ada-agent", on: "ada", role: "stop" }),
        grant("agent-mount", { to: "ada-agent", on: "files", role: "mount" }),
        grant("agent-certificate", { to: "ada-agent", on: "vault", role: secretsUser }),
        grant("workspace-account", { to: "workspace", on: "files", role: contributor }),
        declare("authorization:RoleAssignment", "admins", {
            principalType: "Group",
            principalId: "p",
            scope: subscription,
            roleDefinitionId: owner,
        }),
    ],
    cases: [
        { name: "little power", covers: "pass", reports: {} },

        given("Reader on a group", { to: "workspace", on: "data", role: reader }),
        given("Contributor of a service's own identity", { to: "studio", on: "files", role: contributor }),
        given("keys for an identity that no machine has", { to: "workspace", on: "data", role: "mount" }),
        given("machines for an identity that no machine has", { to: "workspace", on: "data", role: "stop" }),
        given("a right over machines on what is no machine", { to: "notebook", on: "files", role: "stop" }),

        given(
            "Owner",
            { to: "workspace", on: "files", role: owner },
            'roleDefinitionId is Owner, which may give or take rights by "*"; no identity may',
        ),
        given(
            "User Access Administrator",
            { to: "workspace", on: "files", role: accessAdministrator },
            'roleDefinitionId is User Access Administrator, which may give or take rights by "Microsoft.Authorization/*"; no identity may',
        ),
        given(
            "Role Based Access Control Administrator",
            { to: "workspace", on: "files", role: rbacAdministrator },
            "roleDefinitionId is Role Based Access Control Administrator, which may give or take rights by " +
                '"Microsoft.Authorization/roleAssignments/write"; no identity may',
        ),
        given(
            "a custom role that gives rights",
            { to: "workspace", on: "files", role: "delegate" },
            'roleDefinitionId is delegate, which may give or take rights by "Microsoft.*/roleAssignments/*"; no identity may',
        ),
        given("Contributor on a group", { to: "workspace", on: "data", role: contributor }, ...onGroup),
        given(
            "a custom role as strong as Contributor, on a group",
            { to: "workspace", on: "data", role: "almost-contributor" },
            'roleDefinitionId is almost-contributor, which may change resources of every kind by "Microsoft.C*/write"; ' +
                "an identity may only on a single resource, and this is a whole resource group",
        ),
        given(
            "Contributor of a machine's identity",
            { to: "notebook", on: "vault", role: contributor },
            `roleDefinitionId is Contributor, which may change resources of every kind by "*"; ${attached}`,
        ),
        given(
            "Contributor of a machine itself",
            { to: "ada", on: "files", role: "almost-contributor" },
            'roleDefinitionId is almost-contributor, which may change resources of every kind by "Microsoft.C*/write"; ' +
                "no identity of a machine may, and ada is attached to ada",
        ),
        given(
            "keys for a machine's identity",
            { to: "notebook", on: "files", role: "mount" },
            `roleDefinitionId is mount, which may read keys or secrets by "Microsoft.Storage/storageAccounts/listKeys/action"; ${attached}`,
        ),
        given(
            "secrets of a vault for a machine's identity",
            { to: "notebook", on: "vault", role: secretsUser },
            `roleDefinitionId is Key Vault Secrets User, which may read keys or secrets by "Microsoft.KeyVault/vaults/secrets/getSecret/action"; ${attached}`,
        ),
        given(
            "reading a workspace and its keys",
            { to: "notebook", on: "studio", role: reader },
            `roleDefinitionId is Reader, which may read keys or secrets of a workspace by "*/read"; ${attached}`,
        ),
        given(
            "reading a group with a workspace and its keys",
            { to: "notebook", on: "data", role: reader },
            `roleDefinitionId is Reader, which may read keys or secrets of a workspace by "*/read"; ${attached}`,
        ),
        {
            name: "reading a group without a workspace",
            covers: "pass",
            changes: { studio: "remove", "notebook-studio": "remove" },
            adds: [grant("given", { to: "notebook", on: "data", role: reader })],
            reports: {},
        },
        {
            name: "keys for an identity of that very name",
            covers: "pass",
            changes: { bob: use("identity", "signin") },
            adds: [identity("signin"), grant("given", { to: "signin", on: "files", role: "mount" })],
            reports: {},
        },
        {
            name: "keys for an identity whose name only ends so",
            covers: "fail",
            changes: { bob: use("identity", "reagent") },
            adds: [identity("reagent"), grant("given", { to: "reagent", on: "files", role: "mount" })],
            reports: {
                given: [
                    'roleDefinitionId is mount, which may read keys or secrets by "Microsoft.Storage/storageAccounts/listKeys/action"; ' +
                        "no identity of a machine may, and reagent is attached to bob",
                ],
            },
        },
        given("reading what has no keys that can be read", { to: "notebook", on: "files", role: reader }),
        given(
            "another machine",
            { to: "ada-agent", on: "bob", role: "stop" },
            'roleDefinitionId is stop, which may control machines by "Microsoft.Compute/virtualMachines/deallocate/action"; ' +
                "no identity of a machine may, and ada-agent is attached to ada",
        ),
        given(
            "all machines of a group",
            { to: "ada-agent", on: "data", role: "stop" },
            'roleDefinitionId is stop, which may control machines by "Microsoft.Compute/virtualMachines/deallocate/action"; ' +
                "no identity of a machine may, and ada-agent is attached to ada",
        ),
        given(
            "another identity",
            { to: "ada-agent", on: "workspace", role: "impersonate" },
            "roleDefinitionId is impersonate, which may act as other identities by " +
                '"Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"; ' +
                "no identity of a machine may, and ada-agent is attached to ada",
        ),
        given(
            "the computes of a workspace",
            { to: "ada-agent", on: "studio", role: "operate-computes" },
            "roleDefinitionId is operate-computes, which may control the computes of a workspace by " +
                '"Microsoft.MachineLearningServices/workspaces/computes/*"; ' +
                "no identity of a machine may, and ada-agent is attached to ada",
        ),
        given(
            "commands on its own machine",
            { to: "notebook", on: "ada", role: machineContributor },
            `roleDefinitionId is Virtual Machine Contributor, which may run commands on machines or change them by "Microsoft.Compute/virtualMachines/*"; ${attached}`,
        ),

        scopedTo(account),
        scopedTo("/", ...wide("/", "tenant")),
        scopedTo(subscription, ...wide(subscription, "subscription")),
        scopedTo(`${subscription}/`, ...wide(`${subscription}/`, "subscription")),
        scopedTo(subscription.toUpperCase(), ...wide(subscription.toUpperCase(), "subscription")),
        scopedTo(
            "/providers/Microsoft.Management/managementGroups/root",
            ...wide("/providers/Microsoft.Management/managementGroups/root", "management group"),
        ),
        scopedTo(group, ...onGroup),

        {
            name: "its own machine by its id",
            covers: "pass",
            changes: { "agent-stop": set("scope", `${group}/providers/Microsoft.Compute/virtualMachines/TEAM-ADA`) },
            reports: {},
        },
        {
            name: "another machine by its id",
            covers: "fail",
            changes: { "agent-stop": set("scope", `${group}/providers/Microsoft.Compute/virtualMachines/team-bob`) },
            reports: {
                "agent-stop": [
                    'roleDefinitionId is stop, which may control machines by "Microsoft.Compute/virtualMachines/deallocate/action"; ' +
                        "no identity of a machine may, and ada-agent is attached to ada",
                ],
            },
        },
        {
            name: "another machine by its id, made from an output of its own",
            covers: "fail",
            changes: { "agent-stop": set("scope", `${group}/providers/Microsoft.Compute/virtualMachines/team-bob/extensions/x`) },
            reports: {
                "agent-stop": [
                    'roleDefinitionId is stop, which may control machines by "Microsoft.Compute/virtualMachines/deallocate/action"; ' +
                        "no identity of a machine may, and ada-agent is attached to ada",
                ],
            },
        },
        {
            name: "a strong role by its id, made from an output of a weak one",
            covers: "fail",
            changes: { "agent-mount": set("roleDefinitionId", owner) },
            reports: {
                "agent-mount": [
                    'roleDefinitionId is Owner, which may give or take rights by "*"; no identity may',
                    'roleDefinitionId is Owner, which may change resources of every kind by "*"; ' +
                        "no identity of a machine may, and ada-agent is attached to ada",
                ],
            },
        },
        {
            name: "a group is named, and an identity meant",
            covers: "fail",
            changes: { "workspace-account": inOrder(set("principalType", "Group"), set("roleDefinitionId", owner)) },
            reports: {
                "workspace-account": ['roleDefinitionId is Owner, which may give or take rights by "*"; no identity may'],
            },
        },
        {
            name: "nothing says that it is for people",
            covers: "fail",
            changes: { admins: inOrder(unset("principalType"), set("scope", account)) },
            reports: {
                admins: [
                    'roleDefinitionId is Owner, which may give or take rights by "*"; no identity may',
                    `roleDefinitionId is Owner, which may change resources of every kind by "*"; ${nobody}`,
                ],
            },
        },
        {
            name: "a service principal that the plan does not declare",
            covers: "fail",
            changes: {
                admins: inOrder(
                    set("principalType", "serviceprincipal"),
                    set("scope", account),
                    set("roleDefinitionId", contributor),
                ),
            },
            reports: { admins: [`roleDefinitionId is Contributor, which may change resources of every kind by "*"; ${nobody}`] },
        },
        {
            name: "attached by the key of a map",
            covers: "fail",
            changes: {
                ada: set("identity.userAssignedIdentities", {
                    [`${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/TEAM-WORKSPACE`]: {},
                }),
            },
            reports: {
                "workspace-account": [
                    'roleDefinitionId is Contributor, which may change resources of every kind by "*"; ' +
                        "no identity of a machine may, and workspace is attached to ada",
                    'roleDefinitionId is Contributor, which may read keys or secrets by "*"; ' +
                        "no identity of a machine may, and workspace is attached to ada",
                ],
            },
        },
        {
            name: "attached to a compute of the workspace",
            covers: "fail",
            adds: [declare("machinelearningservices:Compute", "cpu", { identity: unknown }, { identity: ["workspace"] })],
            reports: {
                "workspace-account": [
                    'roleDefinitionId is Contributor, which may change resources of every kind by "*"; ' +
                        "no identity of a machine may, and workspace is attached to cpu",
                    'roleDefinitionId is Contributor, which may read keys or secrets by "*"; ' +
                        "no identity of a machine may, and workspace is attached to cpu",
                ],
            },
        },
        {
            name: "attached to a scale set",
            covers: "fail",
            adds: [
                declare(
                    "compute:VirtualMachineScaleSet",
                    "pool",
                    { identity: { userAssignedIdentities: [unknown] } },
                    { identity: ["workspace"] },
                ),
            ],
            reports: {
                "workspace-account": [
                    'roleDefinitionId is Contributor, which may change resources of every kind by "*"; ' +
                        "no identity of a machine may, and workspace is attached to pool",
                    'roleDefinitionId is Contributor, which may read keys or secrets by "*"; ' +
                        "no identity of a machine may, and workspace is attached to pool",
                ],
            },
        },
        {
            name: "no identity may read keys on a machine",
            covers: "fail",
            settings: { secretReaders: [] },
            reports: {
                "agent-mount": [
                    'roleDefinitionId is mount, which may read keys or secrets by "Microsoft.Storage/storageAccounts/listKeys/action"; ' +
                        "no identity of a machine may, and ada-agent is attached to ada",
                ],
                "agent-certificate": [
                    "roleDefinitionId is Key Vault Secrets User, which may read keys or secrets by " +
                        '"Microsoft.KeyVault/vaults/secrets/getSecret/action"; ' +
                        "no identity of a machine may, and ada-agent is attached to ada",
                ],
            },
        },

        {
            name: "a foreign role on a resource",
            covers: "pass",
            changes: { "workspace-account": set("roleDefinitionId", foreign) },
            reports: {},
        },
        {
            name: "a foreign role on a group",
            covers: "unknown",
            changes: { "workspace-account": inOrder(set("roleDefinitionId", foreign), set("scope", group)) },
            reports: { "workspace-account": [undecided("what the role of roleDefinitionId grants")] },
        },
        {
            name: "a foreign role on a subscription",
            covers: "fail",
            changes: { "workspace-account": inOrder(set("roleDefinitionId", foreign), set("scope", subscription)) },
            reports: { "workspace-account": [wide(subscription, "subscription")[0]] },
        },
        {
            name: "a role of the plan by its GUID",
            covers: "fail",
            changes: {
                delegate: set("roleDefinitionId", "6ada1148-2892-84d8-a68f-ea490c8c2cc9"),
                "workspace-account": set("roleDefinitionId", foreign.toUpperCase()),
            },
            reports: {
                "workspace-account": [
                    'roleDefinitionId is delegate, which may give or take rights by "Microsoft.*/roleAssignments/*"; no identity may',
                ],
            },
        },

        {
            name: "no role",
            covers: "absent",
            changes: { "workspace-account": unset("roleDefinitionId") },
            reports: { "workspace-account": ["roleDefinitionId is not set; it must be set"] },
        },
        {
            name: "no scope",
            covers: "absent",
            changes: { "notebook-studio": unset("scope") },
            reports: { "notebook-studio": ["scope is not set; it must be set"] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { "notebook-studio": empty },
            reports: { "notebook-studio": ["roleDefinitionId is not set; it must be set", "scope is not set; it must be set"] },
        },
        {
            name: "a role that is not known",
            covers: "unknown",
            changes: { "workspace-account": hide("roleDefinitionId") },
            reports: { "workspace-account": [undecided("roleDefinitionId")] },
        },
        {
            name: "a scope that is not known",
            covers: "unknown",
            changes: { "workspace-account": use("scope") },
            reports: { "workspace-account": [undecided("scope")] },
        },
        {
            name: "a scope of a group and a resource",
            covers: "unknown",
            changes: { "notebook-studio": use("scope", "data", "studio") },
            reports: { "notebook-studio": [undecided("scope")] },
        },
        {
            name: "somebody who is not known",
            covers: "unknown",
            changes: { "workspace-account": use("principalId") },
            reports: { "workspace-account": [undecided("principalId")] },
        },
        {
            name: "somebody who is not known and may read secrets",
            covers: "unknown",
            changes: { "workspace-account": inOrder(use("principalId"), set("roleDefinitionId", keyOperator)) },
            reports: { "workspace-account": [undecided("principalId")] },
        },
        {
            name: "a kind and somebody who are not known",
            covers: "unknown",
            changes: { admins: inOrder(hide("principalType"), hide("principalId")) },
            reports: { admins: [undecided("principalId"), undecided("principalType")] },
        },
        {
            name: "a machine with identities that are not known",
            covers: "unknown",
            changes: { bob: hide("identity") },
            reports: { "workspace-account": [undecided("identity of bob")] },
        },
        {
            name: "an action that is not known, beside a finding",
            covers: "unknown",
            changes: {
                mount: set("permissions.0.actions", ["Microsoft.Authorization/*", unknown]),
                "agent-stop": use("roleDefinitionId", "mount"),
            },
            reports: {
                "agent-stop": [
                    'roleDefinitionId is mount, which may give or take rights by "Microsoft.Authorization/*"; no identity may',
                    undecided("permissions[0].actions[1] of mount"),
                ],
                "agent-mount": [
                    'roleDefinitionId is mount, which may give or take rights by "Microsoft.Authorization/*"; no identity may',
                    undecided("permissions[0].actions[1] of mount"),
                ],
            },
        },
        {
            name: "permissions that are not known",
            covers: "unknown",
            changes: { experiment: hide("permissions") },
            reports: { "notebook-studio": [undecided("permissions of experiment")] },
        },
    ],
};
