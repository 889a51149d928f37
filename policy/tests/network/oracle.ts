import { BlockList, SocketAddress } from "node:net";

/**
 * An independent answer to one question: does this one packet pass this network security group? It shares no code with the
 * evaluator and works the other way round: no sets, one packet at a time, every rule asked in turn.
 */
export interface Packet {
    readonly protocol: "Tcp" | "Udp" | "Icmp" | "Esp" | "Ah";
    readonly source: End;
    readonly sourcePort: number;
    readonly destination: End;
    readonly destinationPort: number;
    /** Ids of the application security groups of the machine that it is for. */
    readonly groups: readonly string[];
}

/** An address, or somebody of whom only a service tag tells. */
export interface End {
    readonly family: "ipv4" | "ipv6";
    readonly address?: SocketAddress;
    readonly tag?: string;
    /** Its text, by which it is told from all others. */
    readonly key: string;
}

/** A security rule as azure-native takes it. */
export interface RuleInputs {
    readonly priority: number;
    readonly direction: string;
    readonly access: string;
    readonly protocol: string;
    readonly sourceAddressPrefix?: string;
    readonly sourceAddressPrefixes?: readonly string[];
    readonly sourcePortRange?: string | number;
    readonly sourcePortRanges?: readonly (string | number)[];
    readonly destinationAddressPrefix?: string;
    readonly destinationAddressPrefixes?: readonly string[];
    readonly destinationApplicationSecurityGroups?: readonly { readonly id: string }[];
    readonly destinationPortRange?: string | number;
    readonly destinationPortRanges?: readonly (string | number)[];
}

/** One address of every part into which these tests cut an address family. */
const probes = {
    ipv4: ["0.0.0.0", "9.9.9.9", "10.0.0.1", "10.1.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "128.0.0.0"]
        .concat(["168.63.129.16", "169.254.0.1", "172.16.0.1", "192.168.0.1", "203.0.113.9", "255.255.255.255"])
        .map((address) => new SocketAddress({ family: "ipv4", address })),
    ipv6: ["::", "::1", "2001:db8::1", "2001:db8::5", "7fff::1", "8000::1", "fc00::1", "fd00::1", "fe80::1", "ffff::1"].map(
        (address) => new SocketAddress({ family: "ipv6", address }),
    ),
};

const privates = new BlockList();
for (const [address, prefix] of [
    ["10.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["100.64.0.0", 10],
] as const) {
    privates.addSubnet(address, prefix, "ipv4");
}
privates.addSubnet("127.0.0.0", 8, "ipv4");
privates.addSubnet("169.254.0.0", 16, "ipv4");
privates.addAddress("168.63.129.16", "ipv4");
privates.addSubnet("fc00::", 7, "ipv6");
privates.addSubnet("fe80::", 10, "ipv6");
privates.addAddress("::1", "ipv6");

const internalTags = ["virtualnetwork", "azureloadbalancer", "gatewaymanager"];

/** Whether a packet from there comes from the Internet. */
export function isPublic({ address, tag }: End): boolean {
    return address === undefined ? !internalTags.includes(tag!) : !privates.check(address);
}

/** A security group's rules, each ready to be asked. */
export class Oracle {
    private readonly rules: readonly PreparedRule[];

    constructor(rules: readonly RuleInputs[]) {
        this.rules = rules
            .filter((rule) => rule.direction.toUpperCase() === "INBOUND")
            .sort((a, b) => a.priority - b.priority)
            .map((rule) => new PreparedRule(rule));
    }

    /**
     * The addresses behind a service tag are among all public ones. Where rules have decided about each of these, nothing of the
     * tag is left; `everybody` is a public source of every kind that the rules tell apart.
     */
    passes(packet: Packet, everybody: readonly End[]): boolean {
        let others = packet.source.tag === undefined ? [] : everybody.filter(({ family }) => family === packet.source.family);
        for (const rule of this.rules) {
            if (rule.matches(packet)) {
                return rule.allows;
            }
            if (packet.source.tag !== undefined) {
                others = others.filter((source) => !rule.matches({ ...packet, source }));
                if (others.length === 0 && isPublic(packet.source)) {
                    return false;
                }
            }
        }
        return byDefault(packet);
    }
}

function byDefault({ source, destination }: Packet): boolean {
    const isInside = (end: End) => (end.address === undefined ? end.tag === "virtualnetwork" : privates.check(end.address));
    const isProbe = source.tag === "azureloadbalancer" || source.key === "168.63.129.16";
    return (isInside(source) && isInside(destination)) || isProbe;
}

class PreparedRule {
    readonly allows: boolean;
    private readonly source: Place;
    private readonly destination: Place;
    private readonly groups: readonly string[];
    private readonly sourcePorts: readonly (string | number)[];
    private readonly destinationPorts: readonly (string | number)[];
    private readonly seen = new Map<string, boolean>();

    constructor(private readonly rule: RuleInputs) {
        this.allows = rule.access.toLowerCase() === "allow";
        this.source = new Place(listed(rule.sourceAddressPrefix, rule.sourceAddressPrefixes).map(String));
        this.destination = new Place(listed(rule.destinationAddressPrefix, rule.destinationAddressPrefixes).map(String));
        this.groups = (rule.destinationApplicationSecurityGroups ?? []).map(({ id }) => id.toLowerCase());
        this.sourcePorts = listed(rule.sourcePortRange, rule.sourcePortRanges);
        this.destinationPorts = listed(rule.destinationPortRange, rule.destinationPortRanges);
    }

    matches(packet: Packet): boolean {
        return (
            this.hasProtocol(packet.protocol) &&
            this.hasPort(this.destinationPorts, packet.destinationPort, packet) &&
            this.hasPort(this.sourcePorts, packet.sourcePort, packet) &&
            this.isFor(packet) &&
            this.source.has(packet.source)
        );
    }

    private hasProtocol(protocol: string): boolean {
        return this.rule.protocol === "*" || this.rule.protocol.toLowerCase() === protocol.toLowerCase();
    }

    private isFor({ destination, groups }: Packet): boolean {
        return this.groups.length > 0
            ? groups.some((group) => this.groups.includes(group.toLowerCase()))
            : this.destination.has(destination);
    }

    /** What has no ports is meant only by a rule for all ports. */
    private hasPort(ranges: readonly (string | number)[], port: number, { protocol }: Packet): boolean {
        const key = `${ranges === this.sourcePorts ? "from" : "to"} ${protocol === "Tcp" || protocol === "Udp" ? port : "none"}`;
        const known = this.seen.get(key);
        if (known !== undefined) {
            return known;
        }
        const answer =
            protocol === "Tcp" || protocol === "Udp"
                ? includes(ranges, port)
                : edges(ranges).every((edge) => includes(ranges, edge));
        this.seen.set(key, answer);
        return answer;
    }
}

function listed<T>(one: T | undefined, many: readonly T[] | undefined): readonly T[] {
    return [...(one === undefined ? [] : [one]), ...(many ?? [])];
}

/** The first and the last port, and the neighbours of every range: if all of them are included, every port is. */
function edges(ranges: readonly (string | number)[]): readonly number[] {
    const ends = ranges.flatMap((range) => String(range).split(/[,-]/)).filter((end) => end !== "*");
    return [0, 65535, ...ends.flatMap((end) => [Number(end) - 1, Number(end) + 1])].filter((end) => end >= 0 && end <= 65535);
}

function includes(ranges: readonly (string | number)[], port: number): boolean {
    return ranges
        .flatMap((range) => String(range).split(","))
        .some((range) => {
            const [low, high] = range.split("-");
            return range === "*" || (Number(low) <= port && port <= Number(high ?? low));
        });
}

/** Addresses and tags, as texts. */
class Place {
    /** One for each family, because the list would find an IPv4 address in ranges of IPv6, too. */
    private readonly addresses = { ipv4: new BlockList(), ipv6: new BlockList() };
    private readonly tags: readonly string[];
    private readonly seen = new Map<string, boolean>();

    constructor(texts: readonly string[]) {
        this.tags = texts.map((text) => text.toLowerCase()).filter((text) => !/^[0-9a-f]*[.:]/.test(text));
        for (const text of texts.filter((one) => !this.tags.includes(one.toLowerCase()))) {
            this.add(text);
        }
    }

    has(end: End): boolean {
        const answer = this.seen.get(end.key) ?? this.answer(end);
        this.seen.set(end.key, answer);
        return answer;
    }

    private answer({ family, address, tag }: End): boolean {
        if (this.tags.includes("*")) {
            return true;
        }
        return address === undefined ? this.hasTag(tag!, family) : this.hasAddress(address);
    }

    private hasAddress(address: SocketAddress): boolean {
        const isPrivate = privates.check(address);
        return (
            this.addresses[address.family].check(address) ||
            (this.tags.includes("internet") && !isPrivate) ||
            (this.tags.includes("virtualnetwork") && isPrivate) ||
            (this.tags.includes("azureloadbalancer") && address.address === "168.63.129.16")
        );
    }

    private hasTag(tag: string, family: "ipv4" | "ipv6"): boolean {
        return (
            this.tags.includes(tag) ||
            (this.tags.includes("internet") && !internalTags.includes(tag)) ||
            probes[family].every((address) => this.hasAddress(address))
        );
    }

    private add(text: string): void {
        const [address, prefix] = text.split("/");
        const [from, to] = text.split("-");
        const family = text.includes(":") ? "ipv6" : "ipv4";
        if (to !== undefined) {
            this.addresses[family].addRange(from!, to, family);
        } else if (prefix !== undefined) {
            this.addresses[family].addSubnet(address!, Number(prefix), family);
        } else {
            this.addresses[family].addAddress(text, family);
        }
    }
}
