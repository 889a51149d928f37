import { any, mustBe, mustBeSet } from "../conditions";
import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { all, some, undecided, Verdict } from "../verdict";
import { judgeJoined } from "./joined";
import { names, namesOnly } from "./targets";

const diagnosticSetting = azure("insights", "DiagnosticSetting");

/** The inputs that say where a diagnostic setting sends what it collects. */
const destinations = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"];

/** Logs that a resource must keep. */
export interface Logs {
    /** Lists of categories or category groups; to collect everything in one of the lists is enough. */
    readonly sufficient: readonly (readonly string[])[];
    /** What a message says when they are not kept. */
    readonly failure: string;
    /** The path from the target's id to the part of it whose logs are meant, as `/blobServices/default`; by default none. */
    readonly below?: string;
}

/** Some diagnostic settings of the target, all taken together, send these logs somewhere. */
export function keepsLogs(target: Resource, plan: Plan, { sufficient, failure, below = "" }: Logs): Verdict {
    const settings = settingsOf(target, plan, below);
    const keeps = (category: string) =>
        some(
            settings.map((setting) =>
                judgeJoined(setting, (seen) => all(isOf(target, plan, seen, below), collects(seen, category))),
            ),
            failure,
        );
    return some(
        sufficient.map((categories) => all(...categories.map(keeps))),
        failure,
    );
}

function settingsOf(target: Resource, plan: Plan, below: string): readonly Resource[] {
    const dependent = plan.referrers(target, "resourceUri", diagnosticSetting);
    const literal = plan.select(diagnosticSetting).filter((setting) => isLiteral(setting, target, below));
    return [...new Set([...dependent.filter((setting) => names(setting.at("resourceUri"), target, below)), ...literal])];
}

/** The whole id is written out, so that nothing depends on the target. */
function isLiteral(setting: Resource, target: Resource, below: string): boolean {
    const uri = setting.at("resourceUri");
    return uri.text !== undefined && target.facts.id !== undefined && names(uri, target, below);
}

function isOf(target: Resource, plan: Plan, setting: Resource, below: string): Verdict {
    const uri = setting.at("resourceUri");
    // An id that begins with the target's may go on to any part of it.
    return below !== "" && uri.isUnknown ? undecided(uri.path) : namesOnly(target, plan, setting, "resourceUri", uri);
}

function collects(setting: Resource, category: string): Verdict {
    return all(
        some(
            destinations.map((destination) => mustBeSet(setting.at(destination))),
            "it sends nothing anywhere",
        ),
        any(setting.at("logs"), `it does not collect ${category}`, (log) =>
            all(isIn(log, category), mustBe(log.at("enabled"), true)),
        ),
    );
}

function isIn(log: Property, category: string): Verdict {
    return some([mustBe(log.at("categoryGroup"), category), mustBe(log.at("category"), category)], `it is not ${category}`);
}
