import { sto07 } from "../../src/rules/sto-07-keys-and-signatures-expire";
import { Suite, undecided } from "../support/cases";
import { declare, hide, inOrder, set, unset } from "../support/plans";

const days = "it must be a number of days up to 90";
const period = "it must be a period, as in 1.00:00:00, of up to 7 days";

export const suite: Suite = {
    rule: sto07,

    sound: [
        declare("storage:StorageAccount", "files", {
            keyPolicy: { keyExpirationPeriodInDays: 90 },
            sasPolicy: { expirationAction: "Log", sasExpirationPeriod: "1.00:00:00" },
        }),
    ],
    cases: [
        { name: "both expire", covers: "pass", reports: {} },
        {
            name: "exactly seven days",
            covers: "pass",
            changes: { files: set("sasPolicy.sasExpirationPeriod", "7.00:00:00") },
            reports: {},
        },
        {
            name: "a second more",
            covers: "fail",
            changes: { files: set("sasPolicy.sasExpirationPeriod", "7.00:00:01") },
            reports: { files: [`sasPolicy.sasExpirationPeriod is "7.00:00:01"; ${period}`] },
        },
        {
            name: "a period that is none",
            covers: "fail",
            changes: { files: set("sasPolicy.sasExpirationPeriod", "0.00:00:00") },
            reports: { files: [`sasPolicy.sasExpirationPeriod is "0.00:00:00"; ${period}`] },
        },
        {
            name: "a period in words",
            covers: "fail",
            changes: { files: set("sasPolicy.sasExpirationPeriod", "P1D") },
            reports: { files: [`sasPolicy.sasExpirationPeriod is "P1D"; ${period}`] },
        },
        {
            name: "keys of a year",
            covers: "fail",
            changes: { files: set("keyPolicy.keyExpirationPeriodInDays", 365) },
            reports: { files: [`keyPolicy.keyExpirationPeriodInDays is 365; ${days}`] },
        },
        {
            name: "keys that expire at once, which Azure does not watch",
            covers: "fail",
            changes: { files: set("keyPolicy.keyExpirationPeriodInDays", 0) },
            reports: { files: [`keyPolicy.keyExpirationPeriodInDays is 0; ${days}`] },
        },
        {
            name: "keys of a year, where the configuration allows it",
            covers: "pass",
            settings: { longestKeyDays: 365, longestSignatureDays: 7 },
            changes: { files: set("keyPolicy.keyExpirationPeriodInDays", 365) },
            reports: {},
        },
        {
            name: "signatures are not limited",
            covers: "absent",
            changes: { files: unset("sasPolicy.sasExpirationPeriod") },
            reports: { files: [`sasPolicy.sasExpirationPeriod is not set; ${period}`] },
        },
        {
            name: "no policies",
            covers: "parent absent",
            changes: { files: inOrder(unset("sasPolicy"), unset("keyPolicy")) },
            reports: {
                files: [
                    `keyPolicy.keyExpirationPeriodInDays is not set; ${days}`,
                    `sasPolicy.sasExpirationPeriod is not set; ${period}`,
                ],
            },
        },
        {
            name: "an unknown period does not hide the other",
            covers: "unknown",
            changes: { files: inOrder(hide("sasPolicy.sasExpirationPeriod"), unset("keyPolicy")) },
            reports: {
                files: [`keyPolicy.keyExpirationPeriodInDays is not set; ${days}`, undecided("sasPolicy.sasExpirationPeriod")],
            },
        },
    ],
};
