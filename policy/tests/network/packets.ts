import { SocketAddress } from "node:net";
import { Generated } from "./generated";
import { End, Packet, RuleInputs } from "./oracle";

const made = new Map<string, End>();

/** Addresses on both sides of what the usual texts of rules cut out. */
const usual: readonly End[] = [
    ...["0.0.0.0", "9.9.9.9", "127.255.255.255", "128.0.0.0", "223.255.255.255"].map(ipv4),
    ...["10.0.255.255", "10.1.0.4", "10.2.0.1", "11.0.0.0", "100.64.0.1", "168.63.129.16", "192.168.0.1"].map(ipv4),
    ...["203.0.113.4", "203.0.113.5", "203.0.113.9", "203.0.113.10"].map(ipv4),
    ...["::", "2001:db7::1", "2001:db8::5", "2001:db8::6", "2001:db8:0:1::7", "2001:db8:0:2::7", "2001:db9::"].map(ipv6),
    ...["7fff::1", "8000::1", "fc00::1", "fd00::1", "fe00::1"].map(ipv6),
    ...["azurecloud", "azurecloud.westeurope", "storage", "gatewaymanager", "azureloadbalancer"].flatMap((tag) => [
        { family: "ipv4" as const, tag, key: `ipv4 ${tag}` },
        { family: "ipv6" as const, tag, key: `ipv6 ${tag}` },
    ]),
];

const to: Readonly<Record<End["family"], readonly End[]>> = {
    ipv4: ["10.1.0.4", "10.1.0.77", "10.2.0.9", "203.0.113.9"].map(ipv4),
    ipv6: ["fd00::4", "2001:db8::9"].map(ipv6),
};

const sourcePorts = [0, 500, 1023, 1024, 65535];

const destinationPorts = [20, 21, 22, 23, 30, 31, 443, 450, 3389, 7999, 8080, 65534, 65535];

/** Every source that a pair of security groups may tell from another. */
export function sourcesFor({ subnet, card }: Generated): readonly End[] {
    const texts = new Set([...subnet, ...card].flatMap(rangesOf));
    return [...usual, ...[...texts].flatMap(boundaries)];
}

/** Every destination and source port that a pair may tell from another, for packets to one port from one source. */
export function variants(packet: Pick<Packet, "protocol" | "source" | "destinationPort" | "groups">): readonly Packet[] {
    return to[packet.source.family].flatMap((destination) =>
        sourcePorts.map((sourcePort) => ({ ...packet, destination, sourcePort })),
    );
}

/** Packets of a pair at the boundaries of its rules; `pick` chooses one of so many. */
export function packetsFor(pair: Generated, count: number, pick: (among: number) => number): readonly Packet[] {
    const sources = sourcesFor(pair);
    return Array.from({ length: count }, () => {
        const protocol = (["Tcp", "Tcp", "Udp", "Icmp", "Esp"] as const)[pick(5)]!;
        const source = sources[pick(sources.length)]!;
        const destinationPort = destinationPorts[pick(destinationPorts.length)]!;
        const destinations = to[source.family];
        return {
            protocol,
            source,
            destinationPort,
            groups: pair.groups,
            destination: destinations[pick(destinations.length)]!,
            sourcePort: sourcePorts[pick(sourcePorts.length)]!,
        };
    });
}

function rangesOf(rule: RuleInputs): readonly string[] {
    const texts = [rule.sourceAddressPrefix ?? [], rule.sourceAddressPrefixes ?? []].flat();
    return texts.filter((text) => /^\d+\.[\d.]+(\/\d+)?$/.test(text));
}

/** The first and last address of an IPv4 range, and their neighbours. */
function boundaries(range: string): readonly End[] {
    const [address, prefix] = range.split("/");
    const size = 2 ** (32 - Number(prefix ?? 32));
    const number = address!.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    const first = number - (number % size);
    return [first - 1, first, first + size - 1, first + size]
        .filter((each) => each >= 0 && each < 2 ** 32)
        .map((each) => ipv4([24, 16, 8, 0].map((shift) => Math.floor(each / 2 ** shift) % 256).join(".")));
}

function ipv4(address: string): End {
    return addressed("ipv4", address);
}

function ipv6(address: string): End {
    return addressed("ipv6", address);
}

/** The same object for the same address, which saves the oracle much work. */
function addressed(family: End["family"], address: string): End {
    const end = made.get(address) ?? { family, address: new SocketAddress({ family, address }), key: address };
    made.set(address, end);
    return end;
}
