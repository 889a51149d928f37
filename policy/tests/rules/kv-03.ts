import { kv03 } from "../../src/rules/kv-03-roles";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: kv03,

    sound: [declare("keyvault:Vault", "vault", { properties: { enableRbacAuthorization: true } })],
    cases: [
        { name: "roles alone", covers: "pass", reports: {} },
        {
            name: "a harmless access policy that has no effect",
            covers: "pass",
            changes: { vault: set("properties.accessPolicies", [{ permissions: { secrets: ["get"] } }]) },
            reports: {},
        },
        {
            name: "access policies",
            covers: "fail",
            changes: { vault: set("properties.enableRbacAuthorization", false) },
            reports: { vault: ["properties.enableRbacAuthorization is false; it must be true"] },
        },
        {
            name: "everything, and to purge",
            covers: "fail",
            changes: {
                vault: set("properties.accessPolicies", [
                    { permissions: { keys: ["get", "Purge"], secrets: ["all"] } },
                    { permissions: { certificates: ["list", "purge"] } },
                ]),
            },
            reports: {
                vault: [
                    'properties.accessPolicies[0].permissions.keys[1] is "Purge"; it must be neither all nor purge',
                    'properties.accessPolicies[0].permissions.secrets[0] is "all"; it must be neither all nor purge',
                    'properties.accessPolicies[1].permissions.certificates[1] is "purge"; it must be neither all nor purge',
                ],
            },
        },
        {
            name: "an access policy in a resource of its own",
            covers: "fail",
            adds: [declare("keyvault:AccessPolicy", "access", { policy: { permissions: { storage: ["all"] } } })],
            reports: { access: ['policy.permissions.storage[0] is "all"; it must be neither all nor purge'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { vault: unset("properties.enableRbacAuthorization") },
            reports: { vault: ["properties.enableRbacAuthorization is not set; it must be true"] },
        },
        {
            name: "no properties",
            covers: "parent absent",
            changes: { vault: empty },
            reports: { vault: ["properties.enableRbacAuthorization is not set; it must be true"] },
        },
        {
            name: "unknown policies do not hide that roles are off",
            covers: "unknown",
            changes: {
                vault: inOrder(hide("properties.accessPolicies"), set("properties.enableRbacAuthorization", false)),
            },
            reports: {
                vault: ["properties.enableRbacAuthorization is false; it must be true", undecided("properties.accessPolicies")],
            },
        },
    ],
};
