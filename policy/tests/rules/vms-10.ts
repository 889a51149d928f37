import { unknown, Values } from "../../src/plan/value";
import { vms10 } from "../../src/rules/vms-10-allowed-sizes";
import { soundMachines } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { Change, declare, empty, hide, inOrder, set, unset, use } from "../support/plans";

const builtIn = "/providers/Microsoft.Authorization/policyDefinitions/cccc23c7-8427-4f53-ad12-b6a63eb452b3";
const list = "parameters.listOfAllowedSKUs.value";
const group = "/subscriptions/0/resourceGroups/compute";

const assignment: Values = {
    policyDefinitionId: builtIn,
    scope: unknown,
    parameters: { listOfAllowedSKUs: { value: ["standard_d4s_v5", "Standard_D8s_v5"] } },
};

const sizes = { machine: "hardwareProfile.vmSize", set: "sku.name", member: "hardwareProfile.vmSize" };

function onEach(change: (size: string) => Change): Record<string, Change> {
    return Object.fromEntries(Object.entries(sizes).map(([name, path]) => [name, change(path)]));
}

function byEach(message: (size: string) => string): Record<string, readonly string[]> {
    return Object.fromEntries(Object.entries(sizes).map(([name, path]) => [name, [message(path)]]));
}

const noList = (size: string) =>
    `${size} is "Standard_D4s_v5"; no policy assignment of the plan allows sizes for its resource group`;

export const suite: Suite = {
    rule: vms10,
    sound: [
        declare("resources:ResourceGroup", "compute"),
        declare("resources:ResourceGroup", "data"),
        ...soundMachines.map((one) => use("resourceGroupName", "compute")(one)),
        declare("authorization:PolicyAssignment", "sizes", assignment, { scope: ["compute"] }),
    ],
    cases: [
        { name: "on the list", covers: "pass", reports: {} },
        {
            name: "not on the list",
            covers: "fail",
            changes: onEach((size) => set(size, "Standard_D64s_v5")),
            reports: byEach((size) => `${size} is "Standard_D64s_v5"; it is not among the allowed sizes`),
        },
        {
            name: "a size that is allowed elsewhere",
            covers: "pass",
            changes: onEach((size) => set(size, "Standard_D64s_v5")),
            settings: { otherSizes: ["standard_d64s_v5"] },
            reports: {},
        },
        { name: "no assignment", covers: "fail", changes: { sizes: "remove" }, reports: byEach(noList) },
        {
            name: "the assignment only tells",
            covers: "fail",
            changes: { sizes: set("enforcementMode", "DoNotEnforce") },
            reports: byEach(noList),
        },
        {
            name: "the assignment is of another policy",
            covers: "fail",
            changes: { sizes: set("policyDefinitionId", "/providers/Microsoft.Authorization/policyDefinitions/other") },
            reports: byEach(noList),
        },
        {
            name: "the assignment is on another group",
            covers: "fail",
            changes: { sizes: use("scope", "data") },
            reports: byEach(noList),
        },
        {
            name: "the assignment is on another group, by name",
            covers: "fail",
            changes: {
                sizes: set("scope", "/subscriptions/0/resourceGroups/data"),
                machine: set("resourceGroupName", "compute"),
                set: set("resourceGroupName", "data"),
                member: set("resourceGroupName", "Data"),
            },
            reports: { machine: [noList("hardwareProfile.vmSize")] },
        },
        {
            name: "nobody can say which group it is",
            covers: "pass",
            changes: { machine: (one) => ({ ...one, uses: {} }), sizes: use("scope", "data") },
            reports: { set: [noList("sku.name")], member: [noList("hardwareProfile.vmSize")] },
        },
        {
            name: "the assignment is on the group, by name",
            covers: "pass",
            changes: { sizes: set("scope", group), machine: set("resourceGroupName", "Compute") },
            reports: {},
        },
        {
            name: "the assignment is on the subscription",
            covers: "pass",
            changes: { sizes: set("scope", "/subscriptions/0") },
            reports: {},
        },
        {
            name: "a second assignment does not allow it",
            covers: "fail",
            adds: [
                declare("authorization:PolicyAssignment", "stricter", {
                    policyDefinitionId: builtIn,
                    scope: "/subscriptions/0",
                    parameters: { listOfAllowedSKUs: { value: ["Standard_D8s_v5"] } },
                }),
            ],
            reports: byEach((size) => `${size} is "Standard_D4s_v5"; it is not among the allowed sizes`),
        },
        {
            name: "no size",
            covers: "absent",
            changes: onEach((size) => unset(size)),
            reports: byEach((size) => `${size} is not set; it must be an allowed size`),
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: onEach(() => empty),
            reports: byEach((size) => `${size} is not set; it must be an allowed size`),
        },
        {
            name: "an unknown size",
            covers: "unknown",
            changes: onEach((size) => hide(size)),
            reports: byEach((size) => undecided(size)),
        },
        {
            name: "an unknown list",
            covers: "unknown",
            changes: { sizes: hide(list) },
            reports: byEach(() => undecided(list)),
        },
        {
            name: "an unknown size on the list, and a known one",
            covers: "unknown",
            changes: { sizes: set(list, [unknown, "Standard_D4s_v5"]), set: inOrder(set("sku.name", "Standard_D2s_v5")) },
            reports: { set: [undecided(`${list}[0]`)] },
        },
    ],
};
