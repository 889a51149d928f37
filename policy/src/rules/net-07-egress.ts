import { internet, numbers } from "../network/addresses";
import { unlessBastion } from "../network/bastion";
import { Admission, together } from "../network/evaluator";
import { judge, Passage, passages, Question } from "../network/exposure";
import { guardTypes, judgeGuard, judgePositions } from "../network/guards";
import { Intervals } from "../network/intervals";
import { everyPort, ports, shownPorts } from "../network/ports";
import { securityRuleType } from "../network/resources";
import { Traffic } from "../network/traffic";
import { Parameter, planRule } from "../rule";
import { all, pass } from "../verdict";

const openPorts: Parameter<readonly number[]> = {
    schema: {
        type: "array",
        description: "Ports at which machines may reach every address of the Internet.",
        items: { type: "integer", minimum: 0, maximum: 65535 },
        uniqueItems: true,
        maxItems: 20,
    },
    default: [80, 443],
};

export const net07 = planRule({
    id: "NET-07",
    slug: "egress",
    title: "Machines reach the whole Internet only at the ports of the web",
    why: "By default a machine may send anything anywhere, which is how data leaves and how malware calls home.",
    remediation: "Deny outbound to Internet, and allow before it the ports and service tags that are needed.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    references: {
        azurePolicy: ["fc5e4038-4584-4632-8c85-c0448d374b2c", "6ddb1705-c8cf-450e-aa4b-19ad6703c440"],
        mcsb: ["NS-3"],
        cis: [],
        checkov: [],
        trivy: ["AZU-0051"],
        psRule: [],
        kics: [],
    },
    parameters: { openPorts },
    subjects: guardTypes,
    judge: (guard, plan, { settings }) =>
        securityRuleType.matches(guard.type)
            ? // A rule by itself cannot tell what its group denies.
              judgeGuard(guard, plan, () => pass)
            : unlessBastion(guard, plan, () =>
                  judgePositions(guard, plan, (position) =>
                      all(...passages(position, toInternet(settings.openPorts)).map((passage) => judge(passage, everywhere))),
                  ),
              ),
});

function toInternet(open: readonly number[]): Question {
    return {
        direction: "Outbound",
        protocols: ["Tcp", "Udp"],
        within: (family) =>
            Traffic.all(family).with({ destination: internet[family], destinationPorts: everyPort.minus(ports(...open)) }),
    };
}

function everywhere({ family, admissions }: Passage): string | undefined {
    const everyAddress = internet[family].intersect(numbers(family));
    const open = segments(together(admissions, "destinationPorts"), admissions).filter((segment) =>
        together(
            admissions.filter(({ traffic }) => traffic.destinationPorts.covers(segment)),
            "destination",
        ).covers(everyAddress),
    );
    return open.length === 0
        ? undefined
        : `machines reach every address at port ${shownPorts(Intervals.union(open))}; only some may be open`;
}

/** The ports, cut wherever a range of an admission begins or ends. */
function segments(all: Intervals, admissions: readonly Admission[]): readonly Intervals[] {
    const spans = admissions.flatMap(({ traffic }) => traffic.destinationPorts.spans);
    const starts = [...new Set(spans.flatMap(({ first, last }) => [first, last + 1n]))].sort((a, b) => Number(a - b));
    return starts
        .map((start, index) => all.intersect(Intervals.between(start, (starts[index + 1] ?? start) - 1n)))
        .filter((segment) => !segment.isEmpty);
}
