import { Plan } from "../plan/plan";
import { all, fail, pass, passes, undecided, Verdict } from "../verdict";
import { Attachments, Position } from "./attachments";
import { Card, guardOf } from "./cards";
import { Target } from "./resources";

/**
 * The verdict on a network interface behind the security groups that the plan shows. If they do not suffice, one that is not
 * known may; one outside of the plan does not count. `duty` completes "no security group in this plan ...".
 */
export function judgeCard(card: Card, plan: Plan, duty: string, judge: (position: Position) => Verdict): Verdict {
    const attachments = Attachments.of(plan);
    const targets = [guardOf(card, plan), attachments.subnetGuard(card)];
    const gates = targets.flatMap((target) => attachments.gateOf(target));
    const shown = gates.length === 0 ? fail(`no security group in this plan ${duty}`) : judge(attachments.behind(card, gates));
    const unknowns = targets.flatMap(unknownsOf);
    if (passes(shown)) {
        return pass;
    }
    return unknowns.length === 0 ? shown : all({ ...shown, failures: [] }, undecided(...unknowns));
}

function unknownsOf(target: Target): readonly string[] {
    return target.kind === "unknown" ? [target.path] : [];
}
