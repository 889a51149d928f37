import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { all, pass, Verdict } from "../verdict";
import { Attachments, Position } from "./attachments";
import { securityGroupType, securityRuleType } from "./resources";
import { groupOfRule, SecurityGroup, securityGroup } from "./security-group";

/** What says which packets pass: a group with its rules, and a rule whose group the plan does not show. */
export const guardTypes = [securityGroupType, securityRuleType];

/**
 * The verdict on a security group. A security rule of a group in the plan is judged there; its own verdict only has looked at
 * all of it, so that nothing of it is kept from changing.
 */
export function judgeGuard(resource: Resource, plan: Plan, judge: (group: SecurityGroup) => Verdict): Verdict {
    const group = securityGroup(resource, plan);
    const isElsewhere = securityRuleType.matches(resource.type) && groupOfRule(resource, plan) !== undefined;
    return isElsewhere ? pass : judge(group);
}

/** The verdict on a security group wherever it is in the way. */
export function judgePositions(resource: Resource, plan: Plan, judge: (position: Position) => Verdict): Verdict {
    return judgeGuard(resource, plan, (group) => all(...Attachments.of(plan).positionsOf(group).map(judge)));
}
