import { Finding } from "../judgement";
import { Pattern } from "./pattern";

/** How far ahead a waiver may end, in days. */
export const longestDays = 180;

/** Somebody's word that a rule may be broken at some resources until a day. */
export interface Waiver {
    /** Where it is written, as in `waivers.yaml:3: waivers[0]`. */
    readonly place: string;
    /** The rule's id, as in `AML-01`. */
    readonly rule: string;
    readonly resource: Pattern;
    readonly reason: string;
    /** Whom to ask. */
    readonly owner: string;
    /** The last day on which it holds, as in `2027-01-31`, in UTC. */
    readonly expires: string;
}

/** Why a waiver does not hold today; undefined for one that does. */
export function lapse(waiver: Waiver, now: Date): string | undefined {
    const end = endOf(waiver.expires);
    if (end < now.getTime()) {
        return `${waiver.place}.expires is ${waiver.expires}, which is past; remove the waiver, or its reason`;
    }
    const latest = new Date(now.getTime() + longestDays * millisecondsOfADay).toISOString().slice(0, "2027-01-31".length);
    return waiver.expires > latest
        ? `${waiver.place}.expires is ${waiver.expires}; it must be ${latest} or earlier, ${longestDays} days ahead`
        : undefined;
}

/** Whether a waiver, as long as it holds, is for this finding. */
export function covers(waiver: Waiver, finding: Finding): boolean {
    return waiver.rule === finding.rule.id && waiver.resource.matches(finding.urn);
}

/** The waiver that is for this finding and holds today. */
export function waiverOf(finding: Finding, waivers: readonly Waiver[], now: Date): Waiver | undefined {
    return waivers.find((waiver) => covers(waiver, finding) && lapse(waiver, now) === undefined);
}

const millisecondsOfADay = 24 * 60 * 60 * 1000;

function endOf(day: string): number {
    return new Date(`${day}T23:59:59.999Z`).getTime();
}
