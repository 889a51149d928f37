import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknown } from "../../src/plan/value";
import { Reach, reachOfId, scopeOf } from "../../src/roles/scope";
import { declare, Declared, plan } from "../support/plans";

const group = "/subscriptions/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/resourceGroups/data";

describe("how far an id reaches", () => {
    const spellings: readonly (readonly [string, Reach])[] = [
        ["/", "tenant"],
        ["//", "tenant"],
        ["", "tenant"],
        ["anything", "tenant"],
        ["/subscriptions", "tenant"],
        ["/providers/Microsoft.Billing/billingAccounts/1", "tenant"],
        ["/providers/Microsoft.Management/managementGroups/root", "management group"],
        ["/PROVIDERS/microsoft.management/MANAGEMENTGROUPS/root/", "management group"],
        ["/providers/Microsoft.Management/managementGroups/root/subscriptions/s", "management group"],
        ["/subscriptions/s", "subscription"],
        ["/subscriptions/s/", "subscription"],
        ["//SUBSCRIPTIONS//s//", "subscription"],
        ["subscriptions/s", "subscription"],
        [" /subscriptions/s ", "subscription"],
        ["/subscriptions/s/resourceGroups", "subscription"],
        ["/subscriptions/s/resourceGroups/", "subscription"],
        ["/subscriptions/s/providers/Microsoft.Compute/locations/westeurope", "subscription"],
        [group, "resource group"],
        [`${group}/`, "resource group"],
        [group.toLowerCase(), "resource group"],
        [`${group}/providers/Microsoft.Storage`, "resource group"],
        [`${group}/providers/Microsoft.Storage/storageAccounts`, "resource group"],
        [`${group}/providers/Microsoft.Storage/storageAccounts/files`, "resource"],
        [`${group}/providers/Microsoft.KeyVault/vaults/v/secrets/s`, "resource"],
        [`${group}/providers/Microsoft.KeyVault/vaults/v/../../../../../..`, "tenant"],
        [`${group}/providers/Microsoft.KeyVault/vaults/%2e%2e`, "tenant"],
        ["/subscriptions/s?x=/resourceGroups/g/providers/a/b/c", "tenant"],
    ];
    for (const [id, reach] of spellings) {
        it(`${JSON.stringify(id)}: ${reach}`, () => assert.equal(reachOfId(id), reach));
    }
});

describe("a scope that is not known yet", () => {
    const origins: readonly (readonly [string, readonly Declared[], Reach | undefined, string | undefined])[] = [
        ["of a group", [declare("resources:ResourceGroup", "a")], "resource group", undefined],
        ["of an account", [declare("storage:StorageAccount", "a")], "resource", "microsoft.storage"],
        ["of two vaults", [declare("keyvault:Vault", "a"), declare("keyvault:Secret", "b")], "resource", "microsoft.keyvault"],
        ["of two kinds", [declare("keyvault:Vault", "a"), declare("storage:StorageAccount", "b")], "resource", undefined],
        [
            "of a group and an account",
            [declare("resources:ResourceGroup", "a"), declare("storage:StorageAccount", "b")],
            undefined,
            undefined,
        ],
        ["of a management group", [declare("management:ManagementGroup", "a")], "management group", undefined],
        ["of a subscription", [declare("subscription:Alias", "a")], "subscription", undefined],
        ["of a deployment", [declare("resources:DeploymentAtSubscriptionScope", "a")], undefined, undefined],
        ["of what has a scope itself", [declare("authorization:PolicyAssignment", "a", { scope: group })], undefined, undefined],
        ["of another provider's resource", [declare("random:index:RandomPet", "a")], undefined, undefined],
        [
            "of an account and another provider's resource",
            [declare("storage:StorageAccount", "a"), declare("random:index:RandomPet", "b")],
            undefined,
            undefined,
        ],
        ["of nothing in the plan", [], undefined, undefined],
    ];
    for (const [name, resources, reach, provider] of origins) {
        it(name, () => {
            const assignment = declare(
                "authorization:RoleAssignment",
                "grant",
                { scope: unknown },
                { scope: resources.map((resource) => resource.name) },
            );
            const planned = plan([...resources, assignment]);
            const scope = scopeOf(planned.resources[resources.length], planned);
            assert.deepEqual([scope.reach, scope.provider], [reach, provider]);
        });
    }
});
