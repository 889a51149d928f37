import { Family, everyone } from "./addresses";
import { Intervals } from "./intervals";
import { everyPort } from "./ports";

/** The protocols a security rule distinguishes. Those after the first two have no ports. */
export const protocols = ["Tcp", "Udp", "Icmp", "Esp", "Ah"] as const;

export type Protocol = (typeof protocols)[number];

export function hasPorts(protocol: Protocol): boolean {
    return protocol === "Tcp" || protocol === "Udp";
}

const axes = ["source", "sourcePorts", "destination", "destinationPorts"] as const;

type Axes = Readonly<Record<(typeof axes)[number], Intervals>>;

/** Packets of one protocol and address family: every combination of these sources, destinations and ports. */
export class Traffic implements Axes {
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
    with(changed: Partial<Axes>): Traffic {
        const { source, sourcePorts, destination, destinationPorts }: Axes = { ...this.axes, ...changed };
        return new Traffic(source, sourcePorts, destination, destinationPorts);
    }

    intersect(other: Traffic): Traffic {
        return new Traffic(
            this.source.intersect(other.source),
            this.sourcePorts.intersect(other.sourcePorts),
            this.destination.intersect(other.destination),
            this.destinationPorts.intersect(other.destinationPorts),
        );
    }

    /** What is left without the other: at most one part for each axis, none of which overlap. */
    minus(other: Traffic): readonly Traffic[] {
        const common = this.intersect(other);
        if (common.isEmpty) {
            return [this];
        }
        const parts = axes.map((axis, index) => {
            const before = Object.fromEntries(axes.slice(0, index).map((earlier) => [earlier, common[earlier]]));
            return this.with({ ...before, [axis]: this[axis].minus(other[axis]) });
        });
        return parts.filter((part) => !part.isEmpty);
    }

    private get axes(): Axes {
        return {
            source: this.source,
            sourcePorts: this.sourcePorts,
            destination: this.destination,
            destinationPorts: this.destinationPorts,
        };
    }
}
