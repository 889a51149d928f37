import { kv01 } from "../../src/rules/kv-01-deletion-protection";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const days = "it must be a number of days from 7 to 90";

export const suite: Suite = {
    rule: kv01,

    sound: [
        declare("keyvault:Vault", "vault", {
            properties: { enablePurgeProtection: true, enableSoftDelete: true, softDeleteRetentionInDays: 90 },
        }),
    ],
    cases: [
        { name: "protected", covers: "pass", reports: {} },
        {
            name: "soft delete is on where nothing is said",
            covers: "pass",
            changes: { vault: unset("properties.enableSoftDelete") },
            reports: {},
        },
        {
            name: "may be purged",
            covers: "fail",
            changes: { vault: set("properties.enablePurgeProtection", false) },
            reports: { vault: ["properties.enablePurgeProtection is false; it must be true"] },
        },
        {
            name: "soft delete is off",
            covers: "fail",
            changes: { vault: set("properties.enableSoftDelete", false) },
            reports: { vault: ["properties.enableSoftDelete is false; it must be true or not set"] },
        },
        {
            name: "seven days",
            covers: "pass",
            changes: { vault: set("properties.softDeleteRetentionInDays", 7) },
            reports: {},
        },
        {
            name: "days that Azure refuses",
            covers: "fail",
            changes: { vault: set("properties.softDeleteRetentionInDays", 91) },
            reports: { vault: [`properties.softDeleteRetentionInDays is 91; ${days}`] },
        },
        {
            name: "fewer days than the configuration wants",
            covers: "fail",
            settings: { retentionDays: 90 },
            changes: { vault: set("properties.softDeleteRetentionInDays", 89) },
            reports: { vault: ["properties.softDeleteRetentionInDays is 89; it must be a number of days from 90 to 90"] },
        },
        {
            name: "the days are not recorded",
            covers: "absent",
            changes: { vault: unset("properties.softDeleteRetentionInDays") },
            reports: { vault: [`properties.softDeleteRetentionInDays is not set; ${days}`] },
        },
        {
            name: "no properties",
            covers: "parent absent",
            changes: { vault: empty },
            reports: {
                vault: [
                    "properties.enablePurgeProtection is not set; it must be true",
                    `properties.softDeleteRetentionInDays is not set; ${days}`,
                ],
            },
        },
        {
            name: "unknown days do not hide that it may be purged",
            covers: "unknown",
            changes: {
                vault: inOrder(hide("properties.softDeleteRetentionInDays"), set("properties.enablePurgeProtection", false)),
            },
            reports: {
                vault: [
                    "properties.enablePurgeProtection is false; it must be true",
                    undecided("properties.softDeleteRetentionInDays"),
                ],
            },
        },
    ],
};
