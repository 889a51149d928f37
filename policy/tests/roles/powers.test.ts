import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Property } from "../../src/plan/property";
import { unknown, Value } from "../../src/plan/value";
import { builtInRole } from "../../src/roles/built-in-roles";
import table from "../../src/roles/built-in-roles.json";
import { Permission, permissionsOf, possession, Power } from "../../src/roles/permission";
import {
    becomingOthers,
    contributing,
    controllingMachines,
    governing,
    powers,
    readingSecrets,
    readingWorkspaceSecrets,
} from "../../src/roles/powers";

describe("writing in Microsoft.Authorization is seen through the disguise", () => {
    const disguises = [
        "*",
        "**",
        "*/write",
        "*/*",
        "*/*/write",
        "*write",
        "*/elevateAccess/action",
        "*/action",
        "*/delete",
        "Microsoft.*",
        "Microsoft.*/write",
        "Microsoft.*/roleAssignments/*",
        "Microsoft.A*/write",
        "microsoft.authorization/*",
        "MICROSOFT.AUTHORIZATION/*/WRITE",
        "Microsoft.Authorization/*/write",
        "Microsoft.Authorization/*/action",
        "Microsoft.Authorization/elevateAccess/action",
        "Microsoft.Authorization/ELEVATEACCESS/ACTION",
        "Microsoft.Authorization/role*",
        "Microsoft.Authorization/roleAssignments/*",
        "Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleAssignments/w*",
        "Microsoft.Authorization/roleAssignments/delete",
        "Microsoft.Authorization/roleDefinitions/write",
        "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
        "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
        "Microsoft.Authorization/roleManagementPolicies/write",
        "Microsoft.Authorization/denyAssignments/write",
        "Microsoft.Authorization/denyAssignments/delete",
        "Microsoft.Authorization/locks/write",
        "Microsoft.Authorization/locks/delete",
        "Microsoft.Authorization/policyAssignments/write",
        "Microsoft.Authorization/policyDefinitions/write",
        "Microsoft.Authorization/policyExemptions/write",
        "Microsoft.Authorization/somethingNew/write",
        "Microsoft*Authorization/*",
        "*/roleAssignments/write",
        "*roleAssignments*",
        " Microsoft.Authorization/roleAssignments/write ",
        "Microsoft.Blueprint/blueprintAssignments/*",
    ];
    for (const action of disguises) {
        it(`in ${JSON.stringify(action)}`, () => assert.deepEqual(gives({ actions: [action] }), [action]));
    }

    const modest = [
        "*/read",
        "*/join/action",
        "Microsoft.*/read",
        "Microsoft.Authorization/*/read",
        "Microsoft.Authorization/roleAssignments/read",
        "Microsoft.Authorization/permissions/read",
        "Microsoft.AuthorizationX/roleAssignments/write",
        "Microsoft.Compute/*",
        "Microsoft.Compute/*/write",
        "Microsoft.Support/*",
    ];
    for (const action of modest) {
        it(`but not in ${action}`, () => assert.deepEqual(gives({ actions: [action] }), []));
    }

    it("not where not-actions take all of it away", () =>
        assert.deepEqual(
            gives({
                actions: ["*"],
                notActions: [
                    "microsoft.authorization/*/WRITE",
                    "Microsoft.Authorization/*/Delete",
                    "Microsoft.Authorization/elevateAccess/*",
                    "Microsoft.Blueprint/*",
                ],
            }),
            [],
        ));

    it("where not-actions leave one hole", () =>
        assert.deepEqual(
            gives({
                actions: ["*"],
                notActions: [
                    "Microsoft.Authorization/role*/write",
                    "Microsoft.Authorization/*/Delete",
                    "Microsoft.Authorization/elevateAccess/Action",
                    "Microsoft.Blueprint/*",
                ],
            }),
            ["*"],
        ));

    it("where another entry's not-actions say otherwise", () =>
        assert.deepEqual(
            gives({ actions: ["Microsoft.Authorization/*"] }, { actions: [], notActions: ["Microsoft.Authorization/*"] }),
            ["Microsoft.Authorization/*"],
        ));

    it("not in data actions, which write nothing there", () => assert.deepEqual(gives({ dataActions: ["*"] }), []));

    it("is open while a not-action is unknown", () =>
        assert.deepEqual(possession(permissions({ actions: ["*"], notActions: ["a/b/write", unknown] }), governing), {
            by: [],
            unknowns: ["permissions[0].notActions[1]"],
        }));

    it("is seen beside an action that is unknown", () =>
        assert.deepEqual(possession(permissions({ actions: [unknown, "*/write"] }), governing), {
            by: [{ path: "permissions[0].actions[1]", pattern: "*/write" }],
            unknowns: ["permissions[0].actions[0]"],
        }));

    it("is open while an entry is unknown", () =>
        assert.deepEqual(possession(permissions(unknown), governing), {
            by: [],
            unknowns: ["permissions[0]"],
        }));

    it("is taken for granted in an action that is no text", () =>
        assert.deepEqual(possession(permissions({ actions: [7] }), governing).by, [
            { path: "permissions[0].actions[0]", pattern: "*" },
        ]));
});

describe("being as strong as Contributor", () => {
    const has = (...entries: readonly Value[]) => possession(permissions(...entries), contributing).by.length > 0;

    it("comes with a wildcard over providers", () => assert.equal(has({ actions: ["Microsoft.C*/write"] }), true));
    it("comes with all data actions", () => assert.equal(has({ dataActions: ["*"] }), true));
    it("does not come with one provider", () => assert.equal(has({ actions: ["Microsoft.Compute/*"] }), false));
    it("does not come with reading", () => assert.equal(has({ actions: ["*/read"] }), false));
    it("is gone when everything but reading is taken away", () =>
        assert.equal(has({ actions: ["*"], notActions: ["*/write", "*/delete", "*/action"] }), false));
});

describe("built-in roles", () => {
    const strong: readonly (readonly [string, string, readonly Power[]])[] = [
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", [governing, contributing, readingSecrets]],
        ["b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor", [contributing, readingSecrets, controllingMachines]],
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator", [governing]],
        ["F58310D9-A9F6-439A-9E8D-F62E7B41A168", "Role Based Access Control Administrator", [governing]],
        ["8b54135c-b56d-4d72-a534-26097cfdc8d8", "Key Vault Data Access Administrator", [governing]],
        ["9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "Virtual Machine Contributor", [controllingMachines, readingSecrets]],
        ["f1a07417-d97a-45cb-824c-7a7467783830", "Managed Identity Operator", [becomingOthers]],
        ["4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User", [readingSecrets]],
        ["f6c7c914-8db3-469d-8ca1-694a8f32e121", "AzureML Data Scientist", [readingSecrets, readingWorkspaceSecrets]],
        ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", [readingWorkspaceSecrets]],
    ];
    for (const [guid, name, expected] of strong) {
        it(`know ${name}, which may ${expected.map((power) => power.name).join(", ")}`, () => {
            const role = builtInRole(guid);
            assert.equal(role?.name, name);
            for (const power of expected) {
                assert.notDeepEqual(possession(role.permissions, power).by, [], power.name);
            }
        });
    }

    const harmless = [
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull"],
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor"],
        ["3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher"],
        ["4d97b98b-1d4f-4787-a291-c67834d212e7", "Network Contributor"],
    ] as const;
    for (const [guid, name] of harmless) {
        it(`know ${name}, which has no power at all`, () => {
            const role = builtInRole(guid);
            assert.equal(role?.name, name);
            assert.deepEqual(
                powers.filter((power) => possession(role.permissions, power).by.length > 0).map((power) => power.name),
                [],
            );
        });
    }

    it("end with Azure's", () => assert.equal(builtInRole("6ada1148-2892-84d8-a68f-ea490c8c2cc9"), undefined));

    it("are kept with every provider that a power asks about", () => {
        const providers = powers
            .flatMap(({ actions, dataActions }) => [...actions, ...dataActions])
            .map((action) => action.split("/")[0])
            .filter((provider) => provider !== "*");
        assert.deepEqual(
            [...new Set(providers)].filter((provider) => !table.providers.includes(provider)),
            [],
        );
    });
});

function permissions(...entries: readonly Value[]): readonly Permission[] {
    return permissionsOf(Property.root({ permissions: entries }, () => {}).at("permissions"));
}

function gives(...entries: readonly Value[]): readonly string[] {
    return possession(permissions(...entries), governing).by.map(({ pattern }) => pattern);
}
