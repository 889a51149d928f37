import { must } from "../conditions";
import { azure } from "../plan/selector";
import { Value } from "../plan/value";
import { Parameter, resourceRule } from "../rule";
import { all } from "../verdict";

const secondsPerDay = 86_400;

const longestKeyDays: Parameter<number> = {
    schema: { type: "integer", description: "Days after which account keys count as expired", minimum: 1, maximum: 365 },
    default: 90,
};

/** Seven days is what the built-in Azure Policy allows. */
const longestSignatureDays: Parameter<number> = {
    schema: { type: "integer", description: "Days for which a shared access signature may be valid", minimum: 1, maximum: 30 },
    default: 7,
};

export const sto07 = resourceRule({
    id: "STO-07",
    slug: "keys-and-signatures-expire",
    title: "Account keys and shared access signatures expire",
    why: "A key or a signature that leaked years ago still opens the account.",
    remediation: "Set keyPolicy.keyExpirationPeriodInDays to 90 and sasPolicy.sasExpirationPeriod to 1.00:00:00.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/common/sas-expiration-policy",
    references: {
        azurePolicy: [
            "bc1b984e-ddae-40cc-801a-050a030e4fbe",
            "7aa1c9d5-3d7e-4579-8117-d85e99211757",
            "044985bb-afe1-42cd-8a36-9d5d42424537",
        ],
        mcsb: [],
        cis: [],
        checkov: ["CKV2_AZURE_41"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [azure("storage", "StorageAccount")],
    parameters: { longestKeyDays, longestSignatureDays },
    judge: (account, { settings }) =>
        all(
            must(
                account.at("keyPolicy.keyExpirationPeriodInDays"),
                `a number of days up to ${settings.longestKeyDays}`,
                (days) => typeof days === "number" && days > 0 && days <= settings.longestKeyDays,
            ),
            must(
                account.at("sasPolicy.sasExpirationPeriod"),
                `a period, as in 1.00:00:00, of up to ${settings.longestSignatureDays} days`,
                (period) => seconds(period) > 0 && seconds(period) <= settings.longestSignatureDays * secondsPerDay,
            ),
        ),
});

/** Of a period as Azure writes it, in days, hours, minutes and seconds; 0 for anything else. */
function seconds(period: Value | undefined): number {
    const match = /^(\d{1,4})\.([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(String(period));
    if (match === null) {
        return 0;
    }
    const [days, hours, minutes, rest] = match.slice(1).map(Number);
    return days * secondsPerDay + hours * 3_600 + minutes * 60 + rest;
}
