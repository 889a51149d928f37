import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addressesOf, everyone } from "../../src/network/addresses";
import { Attachments, Position } from "../../src/network/attachments";
import { together } from "../../src/network/evaluator";
import { fromInternet, passages, Question } from "../../src/network/exposure";
import { Intervals } from "../../src/network/intervals";
import { port } from "../../src/network/ports";
import { securityGroup } from "../../src/network/security-group";
import { Traffic } from "../../src/network/traffic";
import { unknown, Value } from "../../src/plan/value";
import { declare, plan } from "../support/plans";
import { Generated, generated } from "./generated";
import { End, isPublic, Oracle, Packet } from "./oracle";
import { packetsFor, sourcesFor, variants } from "./packets";

/*
 * Each of these changes of src/network, made one at a time, let this test fail already on 600 pairs: the last matching rule
 * decides; no default rules; both directions count; a cut takes one number too few below, or above; spans of one number are
 * not common; source ports do not count; destinations do not; protocols do not; what has no ports is matched by any port; a rule
 * that denies takes nothing away.
 */

const pairs = 10_000;
const packetsPerPair = 6;
const seed = 20261125;

describe("the evaluator and an oracle that judges packet by packet", () => {
    const sample = fc.sample(generated, { numRuns: pairs, seed });

    it("agree on packets at the boundaries of 10,000 pairs of security groups", () => {
        const pick = chooser(seed);
        const answers = sample.flatMap((pair) => {
            const [position, passes] = [positionOf(pair), oracleOf(pair)];
            return packetsFor(pair, packetsPerPair, pick).map((packet) => ({
                expected: passes(packet),
                actual: admits(position, packet),
                about: { pair, packet },
            }));
        });
        assert.deepEqual(compared(answers), { missed: [], falseAlarms: [] });
        assert.ok(answers.filter(({ expected }) => expected).length > answers.length / 6, "too few packets pass");
    });

    it("agree on whether the Internet reaches a port, in every eighth of them", () => {
        const answers = sample
            .filter((_, index) => index % 8 === 0)
            .map((pair, index) => {
                const { protocol, destinationPort } = asked[index % asked.length]!;
                const passes = oracleOf(pair);
                const toPort = (source: End) => variants({ protocol, source, destinationPort, groups: pair.groups });
                return {
                    expected: sourcesFor(pair)
                        .filter(isPublic)
                        .some((source) => toPort(source).some(passes)),
                    actual: passages(positionOf(pair), fromInternet([protocol], port(destinationPort))).length > 0,
                    about: { pair, protocol, destinationPort },
                };
            });
        assert.deepEqual(compared(answers), { missed: [], falseAlarms: [] });
        assert.ok(answers.filter(({ expected }) => expected).length > answers.length / 10, "too few ports are open");
    });
});

/** What the evaluator says, and what it should. */
interface Answer {
    readonly expected: boolean;
    readonly actual: boolean;
    /** Shown when the two differ. */
    readonly about: unknown;
}

/** The first three of what the evaluator misses, and of what it cries about without reason. */
function compared(answers: readonly Answer[]) {
    const differing = answers.filter(({ expected, actual }) => expected !== actual);
    const first = (wanted: boolean) => differing.filter(({ expected }) => expected === wanted).slice(0, 3);
    return {
        missed: first(true).map(({ about }) => JSON.stringify(about)),
        falseAlarms: first(false).map(({ about }) => JSON.stringify(about)),
    };
}

const asked = (["Tcp", "Udp"] as const).flatMap((protocol) =>
    [22, 443, 3389, 8080].map((destinationPort) => ({ protocol, destinationPort })),
);

/** A position as a rule of the pack finds it in a plan with a subnet and an interface. */
function positionOf({ subnet, card, groups }: Generated): Position {
    const whole = plan([
        declare("network:NetworkSecurityGroup", "outer", { securityRules: subnet as unknown as Value }),
        declare("network:NetworkSecurityGroup", "inner", { securityRules: card as unknown as Value }),
        declare("network:Subnet", "subnet", { networkSecurityGroup: { id: unknown } }, { networkSecurityGroup: ["outer"] }),
        declare(
            "network:NetworkInterface",
            "card",
            {
                networkSecurityGroup: { id: unknown },
                ipConfigurations: [{ subnet: { id: unknown }, applicationSecurityGroups: groups.map((id) => ({ id })) }],
            },
            { networkSecurityGroup: ["inner"], ipConfigurations: ["subnet"] },
        ),
    ]);
    const [position, ...others] = Attachments.of(whole).positionsOf(securityGroup(whole.resources[1]!, whole));
    assert.deepEqual([position?.gates.length, position?.machines.length, others.length], [2, 1, 0]);
    return position!;
}

function oracleOf(pair: Generated): (packet: Packet) => boolean {
    const [outer, inner] = [new Oracle(pair.subnet), new Oracle(pair.card)];
    const everybody = sourcesFor(pair).filter((source) => source.tag === undefined && isPublic(source));
    return (packet) => outer.passes(packet, everybody) && inner.passes(packet, everybody);
}

/** Whether the evaluator lets a packet through. Who has a tag is asked about together with all others. */
function admits(position: Position, packet: Packet): boolean {
    const { source, destination } = packet;
    const { family, tag } = source;
    const sources = tag === undefined ? pointOf(source) : everyone[family];
    const some = new Traffic(sources, port(packet.sourcePort), pointOf(destination), port(packet.destinationPort));
    const question: Question = { direction: "Inbound", protocols: [packet.protocol], within: () => some };
    const found = passages(position, question).filter((passage) => passage.family === family);
    return found.some(({ admissions }) => together(admissions, "source").covers(pointOf(source)));
}

const points = new Map<End, Intervals>();

function pointOf(end: End): Intervals {
    const found = points.get(end);
    if (found !== undefined) {
        return found;
    }
    const [span] = addressesOf(end.address?.address ?? end.tag!)![end.family].spans;
    const point = Intervals.between(span!.first, span!.first);
    points.set(end, point);
    return point;
}

/** A small generator of its own, so that the packets are the same in every run. */
function chooser(start: number): (among: number) => number {
    let state = start;
    return (among) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * among);
    };
}
