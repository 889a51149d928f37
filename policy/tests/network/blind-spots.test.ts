import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgePlan } from "../../src/judgement";
import { unknown, Values } from "../../src/plan/value";
import { defaultSettings } from "../../src/rule";
import { net01 } from "../../src/rules/net-01-ssh";
import { now } from "../support/cases";
import { declare, Declared, plan } from "../support/plans";
import { card, denyRest, group, inbound, subnet } from "./groups";

const ssh = (priority: number, changed: Values = {}) => inbound(priority, { destinationPortRange: "22", ...changed });

/** For a rule with a list of sources. */
const many = { sourceAddressPrefix: null };

/** Ways of letting everyone in to SSH, each of which some public checker overlooks. */
const open: Readonly<Record<string, readonly Declared[]>> = {
    "a star": [group("nsg", ssh(100))],
    "the tag Internet": [group("nsg", ssh(100, { sourceAddressPrefix: "Internet" }))],
    "a tag in lower case": [group("nsg", ssh(100, { sourceAddressPrefix: "internet" }))],
    "a public service tag": [group("nsg", ssh(100, { sourceAddressPrefix: "AzureCloud" }))],
    "a regional service tag": [group("nsg", ssh(100, { sourceAddressPrefix: "AzureCloud.WestEurope" }))],
    "a word that is no tag": [group("nsg", ssh(100, { sourceAddressPrefix: "Any" }))],
    "a text that means nothing": [group("nsg", ssh(100, { sourceAddressPrefix: "0.0.0.0/0/0" }))],
    "an address that people read in different ways": [group("nsg", ssh(100, { sourceAddressPrefix: "010.0.0.0/8" }))],
    "the all-zero range of IPv4": [group("nsg", ssh(100, { sourceAddressPrefix: "0.0.0.0/0" }))],
    "an all-zero range with another address": [group("nsg", ssh(100, { sourceAddressPrefix: "203.0.113.7/0" }))],
    "the all-zero range of IPv6": [group("nsg", ssh(100, { sourceAddressPrefix: "::/0" }))],
    "a long form of it": [group("nsg", ssh(100, { sourceAddressPrefix: "0:0:0:0:0:0:0:0/0" }))],
    "two halves in one rule": [group("nsg", ssh(100, { ...many, sourceAddressPrefixes: ["0.0.0.0/1", "128.0.0.0/1"] }))],
    "two halves in two rules": [
        group("nsg", ssh(100, { sourceAddressPrefix: "0.0.0.0/1" }), ssh(101, { sourceAddressPrefix: "128.0.0.0/1" })),
    ],
    "many narrow ranges": [
        group(
            "nsg",
            ssh(100, { ...many, sourceAddressPrefixes: Array.from({ length: 256 }, (_, index) => `20.${index}.0.0/24`) }),
        ),
    ],
    "a range from one address to another": [group("nsg", ssh(100, { sourceAddressPrefix: "1.0.0.0-223.255.255.255" }))],
    "a list in one text": [group("nsg", ssh(100, { sourceAddressPrefix: "10.0.0.0/8, 0.0.0.0/0" }))],
    "one wide range in a list of narrow ones": [
        group("nsg", ssh(100, { ...many, sourceAddressPrefixes: ["203.0.113.7", "10.0.0.0/8", "20.0.0.0/8"] })),
    ],
    "IPv4 in the clothes of IPv6": [group("nsg", ssh(100, { sourceAddressPrefix: "::ffff:0.0.0.0/96" }))],
    "a range of ports": [group("nsg", inbound(100, { destinationPortRange: "20-25" }))],
    "every port": [group("nsg", inbound(100, { destinationPortRange: "*" }))],
    "a list of ports": [group("nsg", inbound(100, { destinationPortRange: null, destinationPortRanges: ["443", "22"] }))],
    "a list of ports in one text": [group("nsg", inbound(100, { destinationPortRange: "443,22" }))],
    "an integer port": [group("nsg", inbound(100, { destinationPortRange: 22 }))],
    "an integer in a list of ports": [
        group("nsg", inbound(100, { destinationPortRange: null, destinationPortRanges: [443, 22] })),
    ],
    "any protocol": [group("nsg", ssh(100, { protocol: "*" }))],
    "words in other case": [group("nsg", ssh(100, { access: "ALLOW", direction: "INBOUND", protocol: "TCP" }))],
    "from a certain source port": [group("nsg", ssh(100, { sourcePortRange: "443" }))],
    "to one machine": [group("nsg", ssh(100, { destinationAddressPrefix: "10.42.0.4" }))],
    "to an application security group": [
        group("nsg", ssh(100, { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: "/asg" }] })),
    ],
    "a denial that comes too late": [group("nsg", ssh(200, { access: "Deny" }), ssh(100))],
    "a denial of UDP": [group("nsg", ssh(100, { access: "Deny", protocol: "Udp" }), ssh(200))],
    "a denial on the way out": [group("nsg", ssh(100, { access: "Deny", direction: "Outbound" }), ssh(200))],
    "a denial of half of the sources": [group("nsg", ssh(100, { access: "Deny", sourceAddressPrefix: "0.0.0.0/1" }), ssh(200))],
    "a denial of IPv4 alone": [group("nsg", ssh(100, { access: "Deny", sourceAddressPrefix: "0.0.0.0/0" }), ssh(200))],
    "a denial for some source ports": [group("nsg", ssh(100, { access: "Deny", sourcePortRange: "0-1023" }), ssh(200))],
    "a denial for one machine": [group("nsg", ssh(100, { access: "Deny", destinationAddressPrefix: "10.42.0.4" }), ssh(200))],
    "a denial for an application security group": [
        group(
            "nsg",
            ssh(100, { access: "Deny", destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: "/asg" }] }),
            ssh(200),
        ),
    ],
    "a denial of a service tag": [group("nsg", ssh(100, { access: "Deny", sourceAddressPrefix: "AzureCloud" }), ssh(200))],
    "a rule that is a resource of its own": [
        group("nsg", denyRest),
        declare(
            "network:SecurityRule",
            "rule",
            { ...ssh(100), networkSecurityGroupName: unknown },
            { networkSecurityGroupName: ["nsg"] },
        ),
    ],
    "a rule that finds its group by name": [
        declare("network:NetworkSecurityGroup", "nsg", { networkSecurityGroupName: "Front" }),
        declare("network:SecurityRule", "rule", { ...ssh(100), networkSecurityGroupName: "front" }),
    ],
    "a rule of a group that the plan does not show": [
        declare("network:SecurityRule", "nsg", { ...ssh(100), networkSecurityGroupName: "front" }),
    ],
    "both groups on the way": [
        group("outer", ssh(100)),
        group("nsg", ssh(100)),
        subnet("subnet", "outer"),
        card("card", "nsg", "subnet"),
    ],
    "the subnet's group, in front of a machine without one": [
        group("nsg", ssh(100)),
        subnet("subnet", "nsg"),
        {
            ...card("card", "nsg", "subnet"),
            inputs: { ipConfigurations: [{ subnet: { id: unknown } }] },
            uses: { ipConfigurations: ["subnet"] },
        },
    ],
    "the subnet's group, in front of who knows what": [group("nsg", ssh(100)), subnet("subnet", "nsg")],
};

/** What looks open to some public checker, and is not. */
const safe: Readonly<Record<string, readonly Declared[]>> = {
    "no rules": [group("nsg")],
    "a rule on the way out": [group("nsg", ssh(100, { direction: "Outbound" }))],
    "a denial": [group("nsg", ssh(100, { access: "Deny" }))],
    "another port": [group("nsg", inbound(100, { destinationPortRange: "2222" }))],
    "a range beside it": [group("nsg", inbound(100, { destinationPortRange: "23-80" }))],
    UDP: [group("nsg", ssh(100, { protocol: "Udp" }))],
    "a narrow range": [group("nsg", ssh(100, { sourceAddressPrefix: "203.0.113.0/24" }))],
    "a narrow range of IPv6": [group("nsg", ssh(100, { sourceAddressPrefix: "2001:db8:0:1::/64" }))],
    "private ranges": [
        group("nsg", ssh(100, { ...many, sourceAddressPrefixes: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"] })),
    ],
    "the tag VirtualNetwork": [group("nsg", ssh(100, { sourceAddressPrefix: "VirtualNetwork" }))],
    "the tag AzureLoadBalancer": [group("nsg", ssh(100, { sourceAddressPrefix: "AzureLoadBalancer" }))],
    "the tag GatewayManager": [group("nsg", ssh(100, { sourceAddressPrefix: "GatewayManager" }))],
    "a source application security group": [
        group("nsg", ssh(100, { sourceAddressPrefix: null, sourceApplicationSecurityGroups: [{ id: "/asg" }] })),
    ],
    "a denial before it": [group("nsg", ssh(100, { access: "Deny" }), ssh(200))],
    "a denial of more": [group("nsg", inbound(100, { access: "Deny", protocol: "*", destinationPortRange: "0-1023" }), ssh(200))],
    "a denial of the Internet": [group("nsg", ssh(100, { access: "Deny", sourceAddressPrefix: "Internet" }), ssh(200))],
    "denials of both halves and of IPv6": [
        group(
            "nsg",
            ssh(100, { ...many, access: "Deny", sourceAddressPrefixes: ["0.0.0.0/1", "::/0"] }),
            ssh(101, { access: "Deny", sourceAddressPrefix: "128.0.0.0/1" }),
            ssh(200, { sourceAddressPrefix: "Internet" }),
        ),
    ],
    "a denial of all but a narrow range": [
        group("nsg", ssh(100, { sourceAddressPrefix: "203.0.113.0/24" }), ssh(150, { access: "Deny" }), ssh(200)),
    ],
    "rules in another order than their priorities": [group("nsg", ssh(200), ssh(100, { access: "Deny" }))],
    "the subnet's group refuses": [
        group("outer", denyRest),
        group("nsg", ssh(100)),
        subnet("subnet", "outer"),
        card("card", "nsg", "subnet"),
    ],
    "the interface's group refuses": [
        group("nsg", ssh(100)),
        group("inner", denyRest),
        subnet("subnet", "nsg"),
        card("card", "inner", "subnet"),
    ],
    "each group refuses one half": [
        group("outer", ssh(100, { sourceAddressPrefix: "0.0.0.0/1" })),
        group("nsg", ssh(100, { sourceAddressPrefix: "128.0.0.0/1" })),
        subnet("subnet", "outer"),
        card("card", "nsg", "subnet"),
    ],
    "a group of machines that the interface is not in": [
        group("nsg", ssh(100, { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: "/asg" }] })),
        group("outer", ssh(100)),
        subnet("subnet", "outer"),
        card("card", "nsg", "subnet"),
    ],
};

describe("SSH is found open by", () => {
    for (const [name, declared] of Object.entries(open)) {
        it(name, async () => assert.equal((await failing(declared)).includes("nsg"), true));
    }
});

describe("SSH is not found open by", () => {
    for (const [name, declared] of Object.entries(safe)) {
        it(name, async () => assert.deepEqual(await failing(declared), []));
    }
});

/** The names of the resources of which the rule reports something. */
async function failing(declared: readonly Declared[]): Promise<readonly string[]> {
    const whole = plan(declared);
    const findings = await judgePlan(net01, whole, { now, updateFollows: true, settings: defaultSettings(net01) });
    assert.deepEqual(
        findings.map(({ kind }) => kind).filter((kind) => kind !== "failure"),
        [],
    );
    return findings.map(({ urn }) => whole.find(urn)!.name);
}
