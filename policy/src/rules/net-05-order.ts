import { judgeGuard } from "../network/guards";
import { deniesTheRest, distinctPriorities, noneShadowed } from "../network/order";
import { guardTypes } from "../network/guards";
import { securityRuleType } from "../network/resources";
import { planRule } from "../rule";
import { all, pass } from "../verdict";

export const net05 = planRule({
    id: "NET-05",
    slug: "order",
    title: "Security rules have priorities of their own, none hides another, and the last denies the rest",
    why: "A rule that never decides looks like protection; and by default Azure lets the whole virtual network in.",
    remediation: "Remove or reorder the rule that is named, and deny everything inbound at priority 4096.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
    references: { azurePolicy: [], mcsb: [], cis: [], checkov: [], trivy: [], psRule: ["AZR-000138"], kics: [] },
    subjects: guardTypes,
    judge: (guard, plan) =>
        judgeGuard(guard, plan, (group) =>
            all(
                distinctPriorities(group),
                noneShadowed(group),
                // A rule by itself cannot tell what else its group has.
                securityRuleType.matches(guard.type) ? pass : deniesTheRest(group),
            ),
        ),
});
