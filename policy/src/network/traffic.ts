import { Family, everyone } from "./addresses";
import { Intervals } from "./intervals";
import { everyPort } from "./ports";

/** The protocols a security rule distinguishes. Those after the first two have no ports. */
export const protocols = ["Tcp", "Udp", "Icmp", "Esp", "Ah"] as const;

export type Protocol = (typeof protocols)[number];

export function hasPorts(protocol: Protocol): boolean {
    return protocol === "Tcp" || protocol === "Udp";
}

/** Those on which most rules differ come first. */
const axes = ["destinationPorts", "source", "destination", "sourcePorts"] as const;

type Axis = (typeof axes)[number];

type Axes = Readonly<Record<Axis, Intervals>>;

/** Packets of one protocol and address family: every combination of these sources, destinations and ports. */
export class Traffic implements Axes {
    static readonly none = new Traffic(Intervals.none, Intervals.none, Intervals.none, Intervals.none);

    constructor(
        readonly source: Intervals,
        readonly sourcePorts: Intervals,
        readonly destination: Intervals,
        readonly destinationPorts: Intervals,
    ) {}

    static all(family: Family): Traffic {
        return new Traffic(everyone[family], everyPort, everyone[family], everyPort);
    }

    get isEmpty(): boolean {
        return axes.some((axis) => this[axis].isEmpty);
    }

    /** The same with other values on some axes. */
    with({ source, sourcePorts, destination, destinationPorts }: Partial<Axes>): Traffic {
        return new Traffic(
            source ?? this.source,
            sourcePorts ?? this.sourcePorts,
            destination ?? this.destination,
            destinationPorts ?? this.destinationPorts,
        );
    }

    intersect(other: Traffic): Traffic {
        const common: Partial<Record<Axis, Intervals>> = {};
        for (const axis of axes) {
            const both = this[axis].intersect(other[axis]);
            if (both.isEmpty) {
                return Traffic.none;
            }
            common[axis] = both;
        }
        return this.with(common);
    }

    /** What is left without the other: at most one part for each axis, none of which overlap. */
    minus(other: Traffic): readonly Traffic[] {
        const common = this.intersect(other);
        if (common.isEmpty) {
            return [this];
        }
        const parts: Traffic[] = [];
        let within: Traffic = this;
        for (const axis of axes) {
            const outside = within[axis].minus(common[axis]);
            if (!outside.isEmpty) {
                parts.push(within.with({ [axis]: outside }));
                within = within.with({ [axis]: common[axis] });
            }
        }
        return parts;
    }
}
