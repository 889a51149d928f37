import { parseConfiguration, unconfigured } from "../configuration/configuration";
import { Finding, judgePlan } from "../judgement";
import { Plan } from "../plan/plan";
import { Rule } from "../rule";
import { Desk } from "../waivers/desk";
import { WaiverFile } from "../waivers/file";
import { CannotJudge } from "./failure";

/** What a stack is held against. */
export interface Check {
    readonly plan: Plan;
    readonly rules: readonly Rule[];
    readonly waivers: WaiverFile;
    /** Text of the pack's configuration; undefined for none. */
    readonly configuration: string | undefined;
    readonly now: Date;
}

/** What every rule finds in a stack that is deployed. No update follows, so what is unknown stays undecided. */
export async function check({ plan, rules, waivers, configuration, now }: Check): Promise<readonly Finding[]> {
    const desk = new Desk(rules, waivers);
    const configured = configuration === undefined ? unconfigured : parseConfiguration(configuration, desk.rules);
    if (configured.problems.length > 0) {
        throw new CannotJudge(`the configuration is refused:\n  ${configured.problems.join("\n  ")}`);
    }
    const urns = plan.resources.map(({ urn }) => urn);
    const findings: Finding[] = [];
    for (const rule of desk.rules.filter((one) => !configured.isOff(one))) {
        const context = { now, updateFollows: false, settings: configured.settings(rule) };
        findings.push(...desk.reported(rule, urns, await judgePlan(rule, plan, context), now));
    }
    return findings;
}
