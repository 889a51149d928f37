import fc from "fast-check";
import { RuleInputs } from "./oracle";

/** Two security groups on one way, and the machine at its end. */
export interface Generated {
    readonly subnet: readonly RuleInputs[];
    readonly card: readonly RuleInputs[];
    /** Ids of the application security groups of the machine. */
    readonly groups: readonly string[];
}

/** In which each text stands for a way of writing sources. */
const sources = [
    "*",
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "203.0.113.0/24",
    "203.0.113.128/25",
    "203.0.113.77/26",
    "203.0.113.5-203.0.113.9",
    "198.51.100.7",
    "10.0.0.0/8",
    "10.1.0.0/16",
    "100.64.0.0/10",
    "Internet",
    "internet",
    "VirtualNetwork",
    "AzureLoadBalancer",
    "GatewayManager",
    "AzureCloud",
    "AzureCloud.WestEurope",
    "Storage",
    "::/0",
    "::/1",
    "8000::/1",
    "2001:db8::/32",
    "2001:db8:0:1::/64",
    "2001:db8::5",
    "fd00::/8",
];

const destinations = ["*", "*", "*", "*", "10.1.0.4", "10.1.0.0/24", "VirtualNetwork", "0.0.0.0/0", "fd00::/8", "Internet"];

const ports = [
    "*",
    "*",
    "22",
    22,
    "3389",
    443,
    "20-30",
    "0-65535",
    "0-21",
    "23-65535",
    "22,3389",
    "440-450",
    "8000-8999",
    "65535",
];

const sourcePorts = ["*", "*", "*", "*", "*", "0-65535", "1024-65535", "0-1023", 500];

export const webGroup = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/applicationSecurityGroups/web";
export const otherGroup = webGroup.replace(/web$/, "other");

/** A random range, so that its boundaries are no usual ones. */
const randomRange = fc
    .record({ network: fc.nat({ max: 255 }), host: fc.nat({ max: 255 }), prefix: fc.integer({ min: 2, max: 32 }) })
    .map(({ network, host, prefix }) => `${network}.${host}.113.${host}/${prefix}`);

const source = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...sources) }, { weight: 1, arbitrary: randomRange });

function oneOrMany<T, K extends string>(key: K, plural: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T | T[]>> {
    return fc.oneof(
        { weight: 3, arbitrary: value.map((one) => ({ [key]: one })) },
        { weight: 2, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }).map((many) => ({ [plural]: many })) },
    );
}

const destination: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
    {
        weight: 5,
        arbitrary: oneOrMany("destinationAddressPrefix", "destinationAddressPrefixes", fc.constantFrom(...destinations)),
    },
    {
        weight: 1,
        arbitrary: fc
            .subarray([webGroup, otherGroup], { minLength: 1 })
            .map((ids) => ({ destinationApplicationSecurityGroups: ids.map((id) => ({ id })) })),
    },
);

const rule = fc
    .tuple(
        fc.record({
            direction: fc.constantFrom("Inbound", "Inbound", "Inbound", "inbound", "Outbound"),
            access: fc.constantFrom("Allow", "Allow", "Allow", "allow", "Deny", "DENY"),
            protocol: fc.constantFrom("*", "*", "*", "Tcp", "Tcp", "TCP", "Udp", "Icmp", "Esp"),
        }),
        oneOrMany("sourceAddressPrefix", "sourceAddressPrefixes", source),
        oneOrMany("sourcePortRange", "sourcePortRanges", fc.constantFrom(...sourcePorts)),
        oneOrMany("destinationPortRange", "destinationPortRanges", fc.constantFrom(...ports)),
        destination,
    )
    .map((parts) => Object.assign({}, ...parts) as Omit<RuleInputs, "priority">);

/** A rule that lets many packets through, so that what others refuse is seen. */
const wide = fc.record({
    direction: fc.constant("Inbound"),
    access: fc.constant("Allow"),
    protocol: fc.constant("*"),
    sourceAddressPrefix: fc.constantFrom("*", "Internet", "0.0.0.0/0", "::/0", "AzureCloud"),
    sourcePortRange: fc.constant("*"),
    destinationAddressPrefix: fc.constant("*"),
    destinationPortRange: fc.constantFrom("*", "22", "3389", "0-65535"),
});

/** Rules in any order, each with a priority of its own. */
const group: fc.Arbitrary<readonly RuleInputs[]> = fc
    .tuple(
        fc.array(rule, { maxLength: 5 }),
        fc.option(wide, { nil: undefined, freq: 2 }),
        fc.uniqueArray(fc.integer({ min: 100, max: 4096 }), { minLength: 6, maxLength: 6 }),
    )
    .map(([rules, more, priorities]) =>
        [...rules, ...(more === undefined ? [] : [more])].map((one, index) => ({ ...one, priority: priorities[index]! })),
    );

export const generated: fc.Arbitrary<Generated> = fc.record({
    subnet: group,
    card: group,
    groups: fc.subarray([webGroup, otherGroup]),
});
