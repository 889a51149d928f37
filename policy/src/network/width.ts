import { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { Parameter, Settings } from "../rule";
import { all, Verdict } from "../verdict";
import { Family, isUncountable, numbers } from "./addresses";
import { together } from "./evaluator";
import { byRules, judge, Passage, shown } from "./exposure";
import { Intervals } from "./intervals";

/** How wide the public sources of a port may be. */
export interface Width {
    /** The shortest prefix that one range may have. */
    readonly prefix: Readonly<Record<Family, number>>;
    /** How many times the widest range all of them may cover together. */
    readonly times: number;
}

/** The parameters of a rule with such a width. The prefixes are fixed from below: a configuration can only ask for narrower ranges. */
export function widthParameters(ipv4: number, ipv6: number) {
    return {
        shortestIpv4Prefix: whole("Shortest prefix of one IPv4 range.", ipv4, ipv4, 32),
        shortestIpv6Prefix: whole("Shortest prefix of one IPv6 range.", ipv6, ipv6, 128),
        widestUnion: whole("How many times the widest single range all sources may cover together.", 16, 1, 16),
    };
}

function whole(description: string, value: number, minimum: number, maximum: number): Parameter<number> {
    const schema: PolicyConfigJSONSchema = { type: "integer", description, minimum, maximum };
    return { schema, default: value };
}

export function widthOf(settings: Settings<ReturnType<typeof widthParameters>>): Width {
    const { shortestIpv4Prefix: ipv4, shortestIpv6Prefix: ipv6, widestUnion: times } = settings;
    return { prefix: { ipv4, ipv6 }, times };
}

/** Nothing is let through from a source that is too wide, or from too many sources; `what` is what they reach. */
export function onlyNarrow(passage: Passage, width: Width, what: string): Verdict {
    const each = all(...byRules(passage).map((some) => judge(some, (part) => tooWide(part, width, what))));
    return each.failures.length > 0
        ? each
        : all(
              each,
              judge(passage, (part) => tooMany(part, width, what)),
          );
}

/** It suffices that one gate on the way has narrow sources. */
function tooWide(passage: Passage, width: Width, what: string): string | undefined {
    const { family, admissions } = passage;
    const limit = size(family, width);
    const sources = together(admissions, "source");
    const isWide = (set: Intervals) => isUncountable(set, family) || set.size > limit;
    const gates = admissions[0]?.by ?? [];
    const wide =
        gates.length > 0 &&
        gates.every(({ source }) => source.named.some(({ addresses }) => isWide(addresses[family].intersect(sources))));
    const { ipv4, ipv6 } = width.prefix;
    return wide
        ? `${shown(passage, "Inbound")}; ${what} is only for ranges of at least /${ipv4} (IPv4) or /${ipv6} (IPv6), never for a service tag`
        : undefined;
}

function tooMany({ family, admissions }: Passage, width: Width, what: string): string | undefined {
    const widest = BigInt(width.times) * size(family, width);
    const { size: addresses } = together(admissions, "source");
    return addresses > widest
        ? `its rules together let ${addresses} public addresses reach ${what}; at most ${widest} may`
        : undefined;
}

function size(family: Family, { prefix }: Width): bigint {
    return numbers(family).size >> BigInt(prefix[family]);
}
