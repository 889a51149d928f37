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
 * Each of these changes of src/network, made one at a time, lets this test fail:
 * ...
 */

const pairs = Number(process.env.PAIRS ?? 10_000);
const packetsPerPair = 12;
const seed = 20261125;

describe("the evaluator and an oracle that judges packet by packet", () => {
    it(`agree on ${pairs} pairs of security groups`, () => {
        const counted = { misses: 0, falseAlarms: 0, packets: 0, let: 0, open: 0 };
        const pick = chooser(seed);
        fc.sample(generated, { numRuns: pairs, seed }).forEach((pair, index) => {
            const position = positionOf(pair);
            const oracle = oracleOf(pair);
            for (const packet of packetsFor(pair, packetsPerPair, pick)) {
                count(counted, admits(position, packet), oracle(packet), () => JSON.stringify({ pair, packet }));
                counted.packets += 1;
                counted.let += oracle(packet) ? 1 : 0;
            }
            if (index % 4 !== 0) {
                return;
            }
            const { protocol, destinationPort } = asked[(index / 4) % asked.length]!;
            const isOpen = passages(position, fromInternet([protocol], port(destinationPort))).length > 0;
            const expected = sourcesFor(pair)
                .filter(isPublic)
                .some((source) => variants({ protocol, source, destinationPort, groups: pair.groups }).some(oracle));
            count(counted, isOpen, expected, () => JSON.stringify({ pair, protocol, destinationPort }));
            counted.open += expected ? 1 : 0;
        });
        console.log(counted);
        assert.deepEqual({ misses: counted.misses, falseAlarms: counted.falseAlarms }, { misses: 0, falseAlarms: 0 });
    });
});
let shown = 0;
function count(counted: { misses: number; falseAlarms: number }, actual: boolean, expected: boolean, what: () => string) {
    if (actual !== expected && shown++ < 3) console.log(actual, expected, what());
    if (expected && !actual) counted.misses++;
    if (!expected && actual) counted.falseAlarms++;
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
