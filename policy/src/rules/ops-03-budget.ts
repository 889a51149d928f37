import { must, mustBe } from "../conditions";
import { judgeJoined } from "../joins/joined";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { anyAzure, azure, stack } from "../plan/selector";
import { planRule } from "../rule";
import { all, fail, pass, passes, some, undecided, Verdict } from "../verdict";

const contacts = ["contactEmails", "contactRoles", "contactGroups"];

export const ops03 = planRule({
    id: "OPS-03",
    slug: "budget",
    title: "A budget warns somebody twice",
    why: "Nobody looks at the bill before it comes; a GPU left on for a month costs thousands.",
    remediation: "Add a consumption:Budget with notifications at two thresholds or more, each with a contact.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets",
    references: { azurePolicy: [], mcsb: [], cis: [], checkov: [], trivy: [], psRule: [], kics: [] },
    subjects: [stack],
    judge: (_, plan) =>
        plan.select(anyAzure).length === 0
            ? pass
            : some(
                  plan.select(azure("consumption", "Budget")).map((budget) => judgeJoined(budget, warnsTwice)),
                  "no budget of this plan has notifications at two thresholds, each switched on and with a contact",
              ),
});

function warnsTwice(budget: Resource): Verdict {
    const notifications = budget.at("notifications");
    if (notifications.isUnknown) {
        return undecided(notifications.path);
    }
    const each = notifications.keys.map((key) => notifications.child(key));
    const open = all(...each.map(warns).filter((verdict) => verdict.failures.length === 0));
    if (thresholds(each.filter((notification) => passes(warns(notification)))).size >= 2) {
        return pass;
    }
    return passes(open) ? fail("it does not warn twice") : open;
}

/** Of the actual cost and of the forecast, because the same number is reached at different times. */
function thresholds(notifications: readonly Property[]): ReadonlySet<string> {
    return new Set(
        notifications.map((notification) => `${notification.at("thresholdType").shown} ${notification.at("threshold").shown}`),
    );
}

function warns(notification: Property): Verdict {
    return all(
        mustBe(notification.at("enabled"), true),
        must(notification.at("threshold"), "a number", (threshold) => typeof threshold === "number"),
        some(
            contacts.map((contact) => hasItems(notification.at(contact))),
            "it tells nobody",
        ),
    );
}

function hasItems(list: Property): Verdict {
    if (list.isUnknown) {
        return undecided(list.path);
    }
    return list.items.length > 0 ? pass : fail(`${list.path} names nobody`);
}
