import { kv04 } from "../../src/rules/kv-04-expiry";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const wanted = "it must be a time, in seconds, within the next 3650 days";

function seconds(day: string): number {
    return Date.parse(day) / 1000;
}

export const suite: Suite = {
    rule: kv04,

    sound: [
        declare("keyvault:Secret", "token", {
            properties: { attributes: { expires: seconds("2027-11-25") }, contentType: "text/plain", value: "hush" },
        }),
        declare("keyvault:Key", "disk", { properties: { attributes: { expires: seconds("2027-11-25") } } }),
    ],
    cases: [
        { name: "both expire", covers: "pass", reports: {} },
        {
            name: "expires now",
            covers: "fail",
            changes: { token: set("properties.attributes.expires", seconds("2026-11-25")) },
            reports: { token: [`properties.attributes.expires is ${seconds("2026-11-25")}; ${wanted}`] },
        },
        {
            name: "expires as late as the configuration allows",
            covers: "pass",
            settings: { longestDays: 365 },
            reports: {},
        },
        {
            name: "the year 9999, which is never",
            covers: "fail",
            changes: { disk: set("properties.attributes.expires", 253402300799) },
            reports: { disk: [`properties.attributes.expires is 253402300799; ${wanted}`] },
        },
        {
            name: "milliseconds, which are never",
            covers: "fail",
            changes: { disk: set("properties.attributes.expires", 1000 * seconds("2027-11-25")) },
            reports: { disk: [`properties.attributes.expires is ${1000 * seconds("2027-11-25")}; ${wanted}`] },
        },
        {
            name: "later than the configuration allows",
            covers: "fail",
            settings: { longestDays: 364 },
            changes: { disk: "remove" },
            reports: {
                token: [
                    `properties.attributes.expires is ${seconds("2027-11-25")}; it must be a time, in seconds, within the next 364 days`,
                ],
            },
        },
        {
            name: "nobody knows what the secret is",
            covers: "fail",
            changes: { token: set("properties.contentType", " ") },
            reports: { token: ['properties.contentType is " "; it must be set'] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: {
                token: inOrder(unset("properties.attributes.expires"), unset("properties.contentType")),
                disk: unset("properties.attributes.expires"),
            },
            reports: {
                token: [
                    `properties.attributes.expires is not set; ${wanted}`,
                    "properties.contentType is not set; it must be set",
                ],
                disk: [`properties.attributes.expires is not set; ${wanted}`],
            },
        },
        {
            name: "no attributes, no properties",
            covers: "parent absent",
            changes: { token: unset("properties.attributes"), disk: empty },
            reports: {
                token: [`properties.attributes.expires is not set; ${wanted}`],
                disk: [`properties.attributes.expires is not set; ${wanted}`],
            },
        },
        {
            name: "a time that the update reckons is judged then, and hides nothing now",
            covers: "unknown",
            changes: { token: inOrder(hide("properties.attributes.expires"), unset("properties.contentType")) },
            reports: { token: ["properties.contentType is not set; it must be set"] },
        },
        {
            name: "attributes that are unknown altogether may lack the time",
            covers: "unknown",
            changes: { token: hide("properties.attributes") },
            reports: { token: [undecided("properties.attributes")] },
        },
        {
            name: "the time that the update has reckoned is too late",
            covers: "fail",
            changes: { token: set("properties.attributes.expires", 253402300799) },
            reports: { token: [`properties.attributes.expires is 253402300799; ${wanted}`] },
        },
    ],
};
