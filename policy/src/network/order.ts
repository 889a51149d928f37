import { all, fail, pass, undecided, Verdict } from "../verdict";
import { families } from "./addresses";
import { Declaration, rulesOf } from "./declared-rule";
import { Direction, match, SecurityRule, Slice } from "./security-rule";
import { SecurityGroup } from "./security-group";
import { protocols, Traffic } from "./traffic";

/** Azure's last priority for rules of one's own. */
const last = 4096;

const directions = ["Inbound", "Outbound"] as const;

/** No two rules of a direction have the same priority. */
export function distinctPriorities({ declarations }: SecurityGroup): Verdict {
    return all(...declarations.map((declaration, index) => distinctFrom(declaration, declarations.slice(0, index))));
}

function distinctFrom(declaration: Declaration, earlier: readonly Declaration[]): Verdict {
    const { place, label, shown } = declaration;
    const [priority, direction] = [place.at("priority"), place.at("direction")];
    const unknowns = [priority, direction].filter((property) => property.isUnknown).map(({ path }) => shown(path));
    if (unknowns.length > 0) {
        return undecided(...unknowns);
    }
    const twin = earlier.find(
        (other) =>
            other.place.at("priority").value === priority.value &&
            other.place.at("direction").text?.toLowerCase() === direction.text?.toLowerCase(),
    );
    return twin === undefined
        ? pass
        : fail(`${label} has the priority ${priority.shown} of ${twin.label}; every rule must have its own`);
}

/** A rule at the end refuses, for everybody to see, what no other lets in. */
export function deniesTheRest({ declarations, rules }: SecurityGroup): Verdict {
    const deniers = rules.filter((rule) => rule.priority === last && rule.access === "Deny" && rule.direction === "Inbound");
    const isDenied = slices([nowhere]).every(
        (slice) => uncovered(Traffic.all(slice.family), certain(deniers), slice).length === 0,
    );
    if (isDenied) {
        return pass;
    }
    const doubts = declarations.filter(mayBeLast).flatMap((declaration) => doubtsOf(rulesOf(declaration).filter(isInboundDeny)));
    return doubts.length > 0
        ? undecided(...doubts)
        : fail(`no rule denies everything inbound at ${last}; without one the virtual network comes in by default`);
}

function mayBeLast({ place }: Declaration): boolean {
    const priority = place.at("priority");
    return priority.isUnknown || priority.value === last;
}

function isInboundDeny({ access, direction }: SecurityRule): boolean {
    return access === "Deny" && direction === "Inbound";
}

/** Every rule decides about some packet, because no others decide about all of its packets before. */
export function noneShadowed({ declarations, rules }: SecurityGroup): Verdict {
    return all(
        ...declarations.flatMap((declaration) =>
            directions.map((direction) =>
                notShadowed(
                    declaration,
                    rules.filter((rule) => rule.direction === direction),
                    direction,
                ),
            ),
        ),
    );
}

function notShadowed(declaration: Declaration, rules: readonly SecurityRule[], direction: Direction): Verdict {
    const own = rulesOf(declaration).filter((rule) => rule.direction === direction);
    const before = rules.filter((rule) => own.some(({ priority }) => rule.priority < priority));
    if (own.length > 0 && own.every((rule) => isCovered(rule, certain(before)))) {
        const first = certain(before).filter((rule) => own.some((one) => overlap(one, rule)));
        const deciders = first.map(({ label, access }) => `${label} (${access})`).join(", ");
        return fail(`${declaration.label} decides nothing, because ${deciders} comes first; remove it or change the order`);
    }
    const known = certain(own);
    const mayBe =
        known.length > 0
            ? known.every((rule) => isCovered(rule, before))
            : own.some((rule) => before.some((one) => overlap(rule, one)));
    return mayBe ? undecided(...doubtsOf([...own, ...before])) : pass;
}

function certain(rules: readonly SecurityRule[]): readonly SecurityRule[] {
    return rules.filter(({ doubts }) => doubts.length === 0);
}

function doubtsOf(rules: readonly SecurityRule[]): readonly string[] {
    return rules.flatMap(({ doubts }) => doubts);
}

/** Whether the others match everything that a rule matches, which is something. */
function isCovered(rule: SecurityRule, others: readonly SecurityRule[]): boolean {
    const parts = partsOf(rule);
    return parts.length > 0 && parts.every(({ slice, traffic }) => uncovered(traffic, others, slice).length === 0);
}

function overlap(rule: SecurityRule, other: SecurityRule): boolean {
    return partsOf(rule).some(({ slice, traffic }) => {
        const matched = matchForSure(other, slice);
        return matched !== undefined && !traffic.intersect(matched).isEmpty;
    });
}

/** What a rule matches, slice by slice. */
function partsOf(rule: SecurityRule): readonly { readonly slice: Slice; readonly traffic: Traffic }[] {
    const { groups } = rule.direction === "Inbound" ? rule.destination : rule.source;
    const machines = groups.length === 0 ? [nowhere] : groups.map(({ key }) => new Set([key]));
    return slices(machines).flatMap((slice) => {
        const traffic = matchForSure(rule, slice);
        return traffic === undefined ? [] : [{ slice, traffic }];
    });
}

function uncovered(traffic: Traffic, others: readonly SecurityRule[], slice: Slice): readonly Traffic[] {
    return others.reduce(
        (left: readonly Traffic[], rule) => {
            const matched = matchForSure(rule, slice);
            return matched === undefined ? left : left.flatMap((part) => part.minus(matched));
        },
        [traffic],
    );
}

/** Groups that the plan does not tell apart count as different ones here. */
function matchForSure(rule: SecurityRule, slice: Slice): Traffic | undefined {
    const matched = match(rule, slice);
    return matched?.doubts.length === rule.doubts.length ? matched.traffic : undefined;
}

/** A machine in no application security group. */
const nowhere: ReadonlySet<string> = new Set();

function slices(machines: readonly ReadonlySet<string>[]): readonly Slice[] {
    return machines.flatMap((machine) =>
        protocols.flatMap((protocol) => families.map((family) => ({ machine, protocol, family }))),
    );
}
