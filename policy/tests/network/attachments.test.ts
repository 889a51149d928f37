import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Attachments, Position } from "../../src/network/attachments";
import { securityGroup } from "../../src/network/security-group";
import { Plan } from "../../src/plan/plan";
import { Resource } from "../../src/plan/resource";
import { unknown, Value, Values } from "../../src/plan/value";
import { declare, Declared, facts, plan, set, urn, use } from "../support/plans";
import { card, group, inbound, subnet } from "./groups";

const guarded = [group("outer"), group("inner"), subnet("subnet", "outer"), card("card", "inner", "subnet")];

describe("a security group is in the way", () => {
    it("by itself when it is attached to nothing", () => assert.deepEqual(gates([group("inner")], "inner"), ["inner"]));
    it("together with the group of its interface's subnet", () => assert.deepEqual(gates(guarded, "inner"), ["inner, outer"]));
    it("together with the groups of all interfaces in its subnet", () =>
        assert.deepEqual(gates([...guarded, group("third"), card("next", "third", "subnet")], "outer"), [
            "outer, inner",
            "outer, third",
        ]));
    it("by itself for an interface without a group", () =>
        assert.deepEqual(gates([...guarded, bare("next")], "outer"), ["outer, inner", "outer"]));
    it("by itself in a subnet that something else uses", () =>
        assert.deepEqual(
            gates([...guarded, declare("machinelearningservices:Compute", "nodes", {}, { properties: ["subnet"] })], "outer"),
            ["outer, inner", "outer"],
        ));
    it("by itself when the interface's subnet is not known", () =>
        assert.deepEqual(gates([...guarded.slice(0, 3), use("ipConfigurations")(guarded[3]!)], "inner"), ["inner"]));
    it("by itself where nothing tells which subnet of a network it guards, or which one an interface is in", () =>
        assert.deepEqual(
            gates(
                [...guarded.slice(0, 2), group("third"), network(unknown, "outer", "third"), inNetwork(unknown)],
                "outer",
            ).concat(gates([...guarded.slice(0, 2), network(unknown, "outer"), inNetwork(unknown)], "inner")),
            ["outer", "inner"],
        ));
    it("together with the group of the subnet that an id names", () => {
        const declared = [...guarded.slice(0, 2), network("/outer", "outer"), inNetwork("/NET/subnets/machines")];
        const known = new Plan(facts(declared).map((one) => new Resource({ ...one, id: `/${one.name}` })));
        assert.deepEqual(gatesIn(known, "inner"), ["inner, outer"]);
    });
    it("together with the group of the subnet that an id names, when the engine tells no ids of resources", () => {
        const declared = [...guarded.slice(0, 2), network("/outer", "outer"), inNetwork("/NET/subnets/machines", "/inner")];
        assert.deepEqual(gates(declared, "inner"), ["inner, outer"]);
        assert.deepEqual(gates([...declared.slice(0, 3), inNetwork("/net/subnets/others", "/inner")], "inner"), ["inner"]);
    });
    it("also where a profile of a scale set names it", () =>
        assert.deepEqual(
            gates(
                [
                    ...guarded.slice(0, 3),
                    declare(
                        "compute:VirtualMachineScaleSet",
                        "set",
                        {
                            virtualMachineProfile: {
                                networkProfile: {
                                    networkInterfaceConfigurations: [
                                        {
                                            networkSecurityGroup: { id: unknown },
                                            ipConfigurations: [{ subnet: { id: unknown } }],
                                        },
                                    ],
                                },
                            },
                        },
                        { virtualMachineProfile: ["inner", "subnet"] },
                    ),
                ],
                "inner",
            ),
            ["inner, outer"],
        ));
});

describe("machines behind a security group", () => {
    const web = inbound(100, { destinationAddressPrefix: null, destinationApplicationSecurityGroups: [{ id: "/asg/web" }] });

    it("are one in no application security group and one in each that its rules name", () =>
        assert.deepEqual(machines([group("inner", web)], "inner"), [[], ["/asg/web"]]));
    it("are the interface's own when the plan tells its groups", () =>
        assert.deepEqual(
            machines(
                [
                    ...guarded.slice(0, 1),
                    group("inner", web),
                    ...guarded.slice(2, 3),
                    set("ipConfigurations.0.applicationSecurityGroups", [{ id: "/ASG/Web" }])(guarded[3]!),
                ],
                "inner",
            ),
            [["/asg/web"]],
        ));
    it("are possible ones when nothing tells which group a rule names", () =>
        assert.deepEqual(
            machines(
                [
                    ...guarded.slice(0, 1),
                    group("inner", { ...web, destinationApplicationSecurityGroups: [{ id: unknown }] }),
                    ...guarded.slice(2),
                ],
                "inner",
            ),
            [
                [],
                [
                    `${urn("azure-native:network:NetworkSecurityGroup", "inner")}#securityRules[0].destinationApplicationSecurityGroups[0].id`,
                ],
            ],
        ));
});

function bare(name: string): Declared {
    return declare(
        "network:NetworkInterface",
        name,
        { ipConfigurations: [{ subnet: { id: unknown } }] },
        { ipConfigurations: ["subnet"] },
    );
}

/** A virtual network with a subnet for machines, guarded by a group with this id. */
function network(id: Value, ...uses: readonly string[]): Declared {
    const machines: Values = { name: "machines", networkSecurityGroup: { id } };
    const endpoints: Values = { name: "endpoints", networkSecurityGroup: { id: unknown } };
    return declare("network:VirtualNetwork", "net", { subnets: [machines, endpoints] }, { subnets: uses });
}

function inNetwork(id: Value, group: Value = unknown): Declared {
    return declare(
        "network:NetworkInterface",
        "card",
        { networkSecurityGroup: { id: group }, ipConfigurations: [{ subnet: { id } }] },
        { networkSecurityGroup: ["inner"], ipConfigurations: ["net"] },
    );
}

/** The names of the groups at each position of a group. */
function gates(declared: readonly Declared[], name: string): readonly string[] {
    return gatesIn(plan(declared), name);
}

function gatesIn(whole: Plan, name: string): readonly string[] {
    return positions(whole, name).map((position) => position.gates.map(({ resource }) => resource.name).join(", "));
}

function machines(declared: readonly Declared[], name: string): readonly (readonly string[])[] {
    return positions(plan(declared), name).flatMap((position) => position.machines.map((machine) => [...machine]));
}

function positions(whole: Plan, name: string): readonly Position[] {
    const found = whole.resources.find((resource) => resource.name === name)!;
    return Attachments.of(whole).positionsOf(securityGroup(found, whole));
}
