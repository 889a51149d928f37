import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { remembered } from "../remembered";
import { Declaration, rulesOf } from "./declared-rule";
import { defaultRules } from "./default-rules";
import { applicationSecurityGroupType, securityGroupType, securityRuleType, targetOf } from "./resources";
import { Group, SecurityRule } from "./security-rule";

/** A network security group with all of its rules, wherever they are declared. */
export interface SecurityGroup {
    readonly resource: Resource;
    readonly declarations: readonly Declaration[];
    /** In order of priority, Azure's own last. */
    readonly rules: readonly SecurityRule[];
}

/** Of a network security group; of a security rule whose group the plan does not show, a group of that rule alone. */
export function securityGroup(resource: Resource, plan: Plan): SecurityGroup {
    return groupsIn(plan)(resource);
}

/** Several rules judge the same groups, and each interface is behind some of them. */
const groupsIn = remembered((plan: Plan) => remembered((resource: Resource) => read(resource, plan)));

function read(resource: Resource, plan: Plan): SecurityGroup {
    const declarations = securityRuleType.matches(resource.type)
        ? [separate(resource, plan)]
        : [...inline(resource, plan), ...separateRules(resource, plan).map((rule) => separate(rule, plan))];
    return { resource, declarations, rules: inOrder(declarations.flatMap(rulesOf)) };
}

/** The network security group of a security rule, if the plan shows it. */
export function groupOfRule(rule: Resource, plan: Plan): Resource | undefined {
    const depended = plan.referents(rule, "networkSecurityGroupName", securityGroupType);
    const name = rule.at("networkSecurityGroupName").text?.toLowerCase();
    const named = plan.select(securityGroupType).filter((group) => name !== undefined && names(group).includes(name));
    const [only, ...others] = new Set([...depended, ...named]);
    return others.length === 0 ? only : undefined;
}

function names(group: Resource): readonly string[] {
    return [group.at("networkSecurityGroupName").text, group.facts.id?.split("/").at(-1)].flatMap((name) =>
        name === undefined ? [] : [name.toLowerCase()],
    );
}

function separateRules(group: Resource, plan: Plan): readonly Resource[] {
    return plan.select(securityRuleType).filter((rule) => groupOfRule(rule, plan)?.urn === group.urn);
}

function inline(group: Resource, plan: Plan): readonly Declaration[] {
    const list = group.at("securityRules");
    return (list.isUnknown ? [list] : list.items).map((place) => ({
        place,
        label: place.path,
        shown: (path) => path,
        group: (id) => groupAt(group, "securityRules", id, plan),
    }));
}

function separate(rule: Resource, plan: Plan): Declaration {
    return {
        place: rule,
        label: `the security rule ${rule.name}`,
        shown: (path) => `${path} of the security rule ${rule.name}`,
        group: (id) => groupAt(rule, id.path.split(/[.[]/)[0]!, id, plan),
    };
}

/** The application security group whose id is at a place; the same key wherever the same one is meant. */
export function groupAt(owner: Resource, key: string, id: Property, plan: Plan): Group {
    const target = targetOf(owner, key, id, plan, applicationSecurityGroupType);
    if (target.kind === "resource") {
        return { key: target.resource.urn, isKnown: true, path: id.path };
    }
    const text = id.text?.toLowerCase();
    return { key: text ?? `${owner.urn}#${id.path}`, isKnown: text !== undefined, path: id.path };
}

/** What is only perhaps there comes before what certainly is, when both have the same priority. */
function inOrder(rules: readonly SecurityRule[]): readonly SecurityRule[] {
    return [...rules, ...defaultRules].sort((a, b) => a.priority - b.priority || b.doubts.length - a.doubts.length);
}
