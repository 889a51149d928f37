import { Family, holdsPublicNumbers, withoutPublicTags } from "./addresses";
import { Intervals } from "./intervals";
import { Direction, Match, match, SecurityRule, Slice } from "./security-rule";
import { Traffic } from "./traffic";

/** Packets that are let through. */
export interface Admission {
    readonly traffic: Traffic;
    /** The rules that let them through, one of each security group on the way. */
    readonly by: readonly SecurityRule[];
    /** Paths of what is unknown and decides whether they really are; none when they certainly are. */
    readonly doubts: readonly string[];
}

interface Remainder {
    readonly traffic: Traffic;
    readonly doubts: readonly string[];
}

/**
 * The packets among `within` that a security group lets through: of the rules, which come in order of priority, the first that
 * matches a packet decides.
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function admitted(
    rules: readonly SecurityRule[],
    direction: Direction,
    slice: Slice,
    within: Traffic,
): readonly Admission[] {
    const admissions: Admission[] = [];
    let remainders: readonly Remainder[] = [{ traffic: within, doubts: [] }];
    for (const rule of rules.filter((one) => one.direction === direction)) {
        const matched = match(rule, slice);
        if (matched === undefined) {
            continue;
        }
        if (rule.access === "Allow") {
            admissions.push(
                ...remainders
                    .map(({ traffic, doubts }) => ({
                        traffic: traffic.intersect(matched.traffic),
                        by: [rule],
                        doubts: joined(doubts, matched.doubts),
                    }))
                    .filter(({ traffic }) => !traffic.isEmpty),
            );
        }
        remainders = remainders.flatMap((left) => after(left, rule, matched, slice.family));
    }
    return admissions;
}

/** What of it the rules below have to decide. */
function after(left: Remainder, rule: SecurityRule, matched: Match, family: Family): readonly Remainder[] {
    const rest = left.traffic.minus(matched.traffic).flatMap((part) => withoutBareTags(part, left.traffic, family));
    const parts = rest.map((traffic) => ({ traffic, doubts: left.doubts }));
    const common = left.traffic.intersect(matched.traffic);
    if (matched.doubts.length === 0 || common.isEmpty) {
        return parts;
    }
    // Whether a rule that may have allowed them did makes no difference to packets that are allowed further below.
    const doubts = rule.access === "Deny" ? joined(left.doubts, matched.doubts) : left.doubts;
    return [...parts, { traffic: common, doubts }];
}

/** Once every public address is decided, so are those behind the service tags. */
function withoutBareTags(part: Traffic, before: Traffic, family: Family): readonly Traffic[] {
    const isBare = !holdsPublicNumbers(part.source, family) && holdsPublicNumbers(before.source, family);
    const rest = isBare ? part.with({ source: withoutPublicTags(part.source) }) : part;
    return rest.isEmpty ? [] : [rest];
}

/** The packets that pass one and then the other. */
export function both(one: readonly Admission[], other: readonly Admission[]): readonly Admission[] {
    return one
        .flatMap((a) =>
            other.map((b) => ({
                traffic: a.traffic.intersect(b.traffic),
                by: [...a.by, ...b.by],
                doubts: joined(a.doubts, b.doubts),
            })),
        )
        .filter(({ traffic }) => !traffic.isEmpty);
}

function joined(some: readonly string[], more: readonly string[]): readonly string[] {
    return [...new Set([...some, ...more])];
}

/** What these admissions have on one side, together. */
export function together(admissions: readonly Admission[], side: "source" | "destination" | "destinationPorts"): Intervals {
    return Intervals.union(admissions.map(({ traffic }) => traffic[side]));
}
