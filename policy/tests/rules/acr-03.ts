import { acr03 } from "../../src/rules/acr-03-image-hygiene";
import { Suite, undecided } from "../support/cases";
import { declare, hide, inOrder, set, unset } from "../support/plans";

const unscanned = "no security:Pricing has its images scanned";

export const suite: Suite = {
    rule: acr03,

    sound: [
        declare("containerregistry:Registry", "registry", {
            policies: {
                exportPolicy: { status: "disabled" },
                quarantinePolicy: { status: "enabled" },
                retentionPolicy: { days: 30, status: "enabled" },
            },
        }),
        declare("security:Pricing", "defender", { pricingName: "Containers", pricingTier: "Standard" }),
    ],
    cases: [
        { name: "clean", covers: "pass", reports: {} },
        {
            name: "images may be carried away",
            covers: "fail",
            changes: { registry: set("policies.exportPolicy.status", "enabled") },
            reports: { registry: ['policies.exportPolicy.status is "enabled"; it must be disabled'] },
        },
        {
            name: "scanned for nothing",
            covers: "fail",
            changes: { defender: set("pricingTier", "Free") },
            reports: { registry: [unscanned] },
        },
        {
            name: "something else is scanned",
            covers: "fail",
            changes: { defender: set("pricingName", "KeyVaults") },
            reports: { registry: [unscanned] },
        },
        {
            name: "no quarantine, no scan",
            covers: "absent",
            changes: { registry: unset("policies.quarantinePolicy"), defender: "remove" },
            reports: {
                registry: ["policies.quarantinePolicy.status is not set; it must be enabled", unscanned],
            },
        },
        {
            name: "no policies",
            covers: "parent absent",
            changes: { registry: unset("policies") },
            reports: {
                registry: [
                    "policies.quarantinePolicy.status is not set; it must be enabled",
                    "policies.retentionPolicy.status is not set; it must be enabled",
                    "policies.exportPolicy.status is not set; it must be disabled",
                ],
            },
        },
        {
            name: "an unknown policy does not hide another",
            covers: "unknown",
            changes: {
                registry: inOrder(hide("policies.retentionPolicy"), set("policies.quarantinePolicy.status", "disabled")),
            },
            reports: {
                registry: [
                    'policies.quarantinePolicy.status is "disabled"; it must be enabled',
                    undecided("policies.retentionPolicy"),
                ],
            },
        },
    ],
};
