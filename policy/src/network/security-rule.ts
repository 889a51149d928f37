import { Addresses, Family } from "./addresses";
import { Intervals } from "./intervals";
import { everyPort } from "./ports";
import { hasPorts, Protocol, Traffic } from "./traffic";

export type Direction = "Inbound" | "Outbound";

export type Access = "Allow" | "Deny";

/** A source or destination as it is written, and what it means. */
export interface Named {
    readonly text: string;
    readonly addresses: Addresses;
}

/** An application security group, by a key that is the same wherever the same group is meant. */
export interface Group {
    readonly key: string;
    /** Whether the plan tells which group it is; if not, another group that is not told may be the same. */
    readonly isKnown: boolean;
    /** Where it is named. */
    readonly path: string;
}

/** One side of a rule: addresses, or the machines of application security groups. */
export interface Side {
    readonly named: readonly Named[];
    readonly addresses: Addresses;
    readonly groups: readonly Group[];
    readonly ports: Intervals;
}

/** A rule of a network security group, in one direction. */
export interface SecurityRule {
    /** Where it is declared, as in `securityRules[2]`. */
    readonly label: string;
    /** From 0; the lowest that matches a packet decides. */
    readonly priority: number;
    readonly direction: Direction;
    readonly access: Access;
    readonly protocols: readonly Protocol[];
    readonly source: Side;
    readonly destination: Side;
    /** Paths of what is not known of it. With any, it may match any part of its traffic and need not match a packet. */
    readonly doubts: readonly string[];
}

/** One machine's view of the packets of a protocol and address family; a machine is told by its application security groups. */
export interface Slice {
    readonly protocol: Protocol;
    readonly family: Family;
    readonly machine: ReadonlySet<string>;
}

/** What a rule matches of a slice. */
export interface Match {
    readonly traffic: Traffic;
    readonly doubts: readonly string[];
}

/** Undefined when it matches nothing there. */
export function match(rule: SecurityRule, { protocol, family, machine }: Slice): Match | undefined {
    const { source, destination } = rule;
    const local = rule.direction === "Inbound" ? destination : source;
    const members = membership(local.groups, machine, rule.access);
    if (members === undefined || !rule.protocols.includes(protocol)) {
        return undefined;
    }
    const traffic = new Traffic(
        source.addresses[family],
        portsFor(source.ports, protocol),
        destination.addresses[family],
        portsFor(destination.ports, protocol),
    );
    return traffic.isEmpty ? undefined : { traffic, doubts: [...rule.doubts, ...members] };
}

/** What has no ports is matched only by a rule for all of them. */
function portsFor(ports: Intervals, protocol: Protocol): Intervals {
    return hasPorts(protocol) || ports.covers(everyPort) ? ports : Intervals.none;
}

/**
 * Whether a machine is among those of the groups: undefined when it is not, otherwise the paths on which that depends.
 *
 * Two groups that the plan does not tell apart count as different ones in rules that allow. A rule that denies may deny the
 * other as well.
 */
function membership(groups: readonly Group[], machine: ReadonlySet<string>, access: Access): readonly string[] | undefined {
    if (groups.length === 0 || groups.some((group) => machine.has(group.key))) {
        return [];
    }
    const untold = access === "Deny" && machine.size > 0 ? groups.filter((group) => !group.isKnown) : [];
    return untold.length === 0 ? undefined : untold.map((group) => group.path);
}
