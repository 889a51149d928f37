import { acr01 } from "../../src/rules/acr-01-no-passwords";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

export const suite: Suite = {
    rule: acr01,

    sound: [declare("containerregistry:Registry", "registry", { adminUserEnabled: false, sku: { name: "Premium" } })],
    cases: [
        { name: "roles alone", covers: "pass", reports: {} },
        {
            name: "an admin user",
            covers: "fail",
            changes: { registry: set("adminUserEnabled", true) },
            reports: { registry: ["adminUserEnabled is true; it must be false or not set"] },
        },
        {
            name: "anonymous pulls",
            covers: "fail",
            changes: { registry: set("anonymousPullEnabled", true) },
            reports: { registry: ["anonymousPullEnabled is true; it must be false or not set"] },
        },
        {
            name: "tokens for Azure Resource Manager",
            covers: "fail",
            changes: { registry: set("policies.azureADAuthenticationAsArmPolicy.status", "enabled") },
            reports: {
                registry: ['policies.azureADAuthenticationAsArmPolicy.status is "enabled"; it must be disabled or not set'],
            },
        },
        {
            name: "a token of a repository, which is on where nothing is said",
            covers: "fail",
            adds: [
                declare("containerregistry:Token", "off", { status: "disabled" }),
                declare("containerregistry:Token", "on", { status: "enabled" }),
                declare("containerregistry:Token", "silent"),
            ],
            reports: {
                on: ['status is "enabled"; it must be disabled'],
                silent: ["status is not set; it must be disabled"],
            },
        },
        {
            name: "not set, which Azure reads as off",
            covers: "absent",
            changes: { registry: unset("adminUserEnabled") },
            reports: {},
        },
        { name: "no inputs", covers: "parent absent", changes: { registry: empty }, reports: {} },
        {
            name: "an unknown one does not hide another",
            covers: "unknown",
            changes: { registry: inOrder(hide("adminUserEnabled"), set("anonymousPullEnabled", true)) },
            reports: {
                registry: ["anonymousPullEnabled is true; it must be false or not set", undecided("adminUserEnabled")],
            },
        },
    ],
};
