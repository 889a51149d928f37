import { all, fail, pass, undecided, Verdict } from "../verdict";
import { Position } from "./attachments";
import { families, Family, internet } from "./addresses";
import { defaultRules } from "./default-rules";
import { Admission, admitted, both, together } from "./evaluator";
import { Intervals } from "./intervals";
import { shownPorts } from "./ports";
import { Direction, Named } from "./security-rule";
import { hasPorts, Protocol, Traffic } from "./traffic";

/** Which packets somebody asks about. */
export interface Question {
    readonly direction: Direction;
    readonly protocols: readonly Protocol[];
    within(family: Family): Traffic;
}

/** Packets of one protocol and address family to or from one machine that are let through. */
export interface Passage {
    readonly family: Family;
    readonly protocol: Protocol;
    readonly admissions: readonly Admission[];
}

/** Whether the Internet reaches these ports. */
export function fromInternet(protocols: readonly Protocol[], ports: Intervals): Question {
    return {
        direction: "Inbound",
        protocols,
        within: (family) => Traffic.all(family).with({ source: internet[family], destinationPorts: ports }),
    };
}

/** What is let through at a position, for each machine, protocol and address family with anything at all. */
export function passages({ gates, machines }: Position, { direction, protocols, within }: Question): readonly Passage[] {
    const found = machines.flatMap((machine) =>
        protocols.flatMap((protocol) =>
            families.map((family) => ({
                family,
                protocol,
                admissions: gates
                    .map(({ rules }) => admitted(rules, direction, { protocol, family, machine }, within(family)))
                    .reduce(both),
            })),
        ),
    );
    return found.filter(({ admissions }) => admissions.length > 0);
}

/** The same passage, for each combination of rules that lets something through. */
export function byRules(passage: Passage): readonly Passage[] {
    const groups = new Map<string, Admission[]>();
    for (const admission of passage.admissions) {
        const key = JSON.stringify(admission.by.map(({ label, priority, doubts }) => [label, priority, doubts]));
        groups.set(key, [...(groups.get(key) ?? []), admission]);
    }
    return [...groups.values()].map((admissions) => ({ ...passage, admissions }));
}

/**
 * Fails with what `complaint` says of what known rules let through, whatever a rule that is not known may deny before them;
 * that it may is undecided, as is what it may let through itself.
 */
export function judge(passage: Passage, complaint: (passage: Passage) => string | undefined): Verdict {
    const found = complaint({ ...passage, admissions: passage.admissions.filter(isFinding) });
    const open = complaint(passage) === undefined ? pass : undecided(...passage.admissions.flatMap(({ doubts }) => doubts));
    return found === undefined ? open : all(fail(found), open);
}

/** Azure's own rules are a finding only where certainly no rule before them denies. */
function isFinding({ by, doubts }: Admission): boolean {
    const isKnown = by.every((rule) => rule.doubts.length === 0);
    return isKnown && (doubts.length === 0 || by.some((rule) => !defaultRules.includes(rule)));
}

/** Nothing of this may be let through. `demand` completes "...; ", and says what must be instead. */
export function nothing(position: Position, question: Question, demand: string): Verdict {
    const found = passages(position, question).flatMap(byRules);
    return all(
        ...found.map((passage) =>
            judge(passage, (some) =>
                some.admissions.length === 0 ? undefined : `${shown(some, question.direction)}; ${demand}`,
            ),
        ),
    );
}

/** As in `securityRules[0] lets Internet reach 22`. The first gate is the one that is judged. */
export function shown(passage: Passage, direction: Direction): string {
    const [rule] = passage.admissions[0]!.by;
    const remote = direction === "Inbound" ? "source" : "destination";
    const who = names(rule![remote].named, together(passage.admissions, remote), passage.family);
    const what = hasPorts(passage.protocol)
        ? `port ${shownPorts(together(passage.admissions, "destinationPorts"))}`
        : passage.protocol;
    return direction === "Inbound"
        ? `${rule!.label} lets ${who} reach ${what}`
        : `${rule!.label} lets machines reach ${what} of ${who}`;
}

/** The texts that mean some of these addresses; the first three of them. */
function names(named: readonly Named[], addresses: Intervals, family: Family): string {
    const texts = named.filter((one) => !one.addresses[family].intersect(addresses).isEmpty).map(({ text }) => text);
    return texts.length > 3 ? `${texts.slice(0, 3).join(", ")} and others` : texts.join(", ");
}
