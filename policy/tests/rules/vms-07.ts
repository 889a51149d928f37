import { unknown, Values } from "../../src/plan/value";
import { vms07 } from "../../src/rules/vms-07-declared-identities";
import { Suite, undecided } from "../support/cases";
import { Change, declare, empty, inOrder, set, unset, use } from "../support/plans";

const elsewhere = "/subscriptions/0/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/elsewhere";

/** The id that Azure gives a declared identity. */
function own(name: string): string {
    return elsewhere.replace("elsewhere", `team-${name}`);
}

const identity: Values = { type: "UserAssigned", userAssignedIdentities: [unknown, unknown] };
const from = { identity: ["agent", "notebook"] };

function onEach(change: Change): Record<string, Change> {
    return { machine: change, set: change, member: change };
}

function byEach(...messages: string[]): Record<string, readonly string[]> {
    return { machine: messages, set: messages, member: messages };
}

/** The identity's inputs stay known while its parts come from these resources. */
function madeOf(value: Values, ...names: string[]): Change {
    return inOrder(use("identity", ...names), set("identity", value));
}

export const suite: Suite = {
    rule: vms07,
    sound: [
        declare("managedidentity:UserAssignedIdentity", "agent", { resourceName: "team-agent" }),
        declare("managedidentity:UserAssignedIdentity", "notebook", { resourceName: "team-notebook" }),
        declare("pulumi:pulumi:StackReference", "other"),
        declare("compute:VirtualMachine", "machine", { identity }, from),
        declare("compute:VirtualMachineScaleSet", "set", { identity }, from),
        declare("compute:VirtualMachineScaleSetVM", "member", { identity }, from),
    ],
    cases: [
        { name: "declared ones", covers: "pass", reports: {} },
        {
            name: "a list of which nothing is known, made of declared ones",
            covers: "pass",
            changes: onEach(madeOf({ type: "UserAssigned", userAssignedIdentities: unknown }, "agent", "notebook")),
            reports: {},
        },
        {
            name: "ids of declared ones, as in a deployed stack",
            covers: "pass",
            changes: onEach(
                madeOf({ type: "UserAssigned", userAssignedIdentities: [own("agent"), own("notebook")] }, "agent", "notebook"),
            ),
            reports: {},
        },
        { name: "none is wanted", covers: "pass", changes: onEach(set("identity", { type: "None" })), reports: {} },
        {
            name: "one of the machine's own beside them",
            covers: "fail",
            changes: onEach(set("identity.type", "SystemAssigned, UserAssigned")),
            reports: byEach('identity.type is "SystemAssigned, UserAssigned"; it must be UserAssigned or None'),
        },
        {
            name: "one of the machine's own",
            covers: "fail",
            changes: onEach(set("identity", { type: "SystemAssigned" })),
            reports: byEach(
                'identity.type is "SystemAssigned"; it must be UserAssigned or None',
                "identity.userAssignedIdentities is not set; it must name identities",
            ),
        },
        {
            name: "one of another stack",
            covers: "fail",
            changes: onEach(set("identity", { type: "UserAssigned", userAssignedIdentities: [unknown, elsewhere] })),
            reports: byEach(`identity.userAssignedIdentities names ${elsewhere}, which this plan does not declare`),
        },
        {
            name: "one of another stack, as a key",
            covers: "fail",
            changes: onEach(set("identity", { type: "UserAssigned", userAssignedIdentities: { [elsewhere]: {} } })),
            reports: byEach(`identity.userAssignedIdentities names ${elsewhere}, which this plan does not declare`),
        },
        {
            name: "one of another stack that the team has named",
            covers: "pass",
            changes: onEach(set("identity", { type: "UserAssigned", userAssignedIdentities: [unknown, elsewhere] })),
            settings: { otherIdentities: [elsewhere.toLowerCase()] },
            reports: {},
        },
        {
            name: "an empty list",
            covers: "fail",
            changes: onEach(set("identity.userAssignedIdentities", [])),
            reports: byEach("identity.userAssignedIdentities is []; it must name identities"),
        },
        {
            name: "no type and no list",
            covers: "absent",
            changes: onEach(inOrder(unset("identity.type"), unset("identity.userAssignedIdentities"))),
            reports: byEach(
                "identity.type is not set; it must be UserAssigned or None",
                "identity.userAssignedIdentities is not set; it must name identities",
            ),
        },
        {
            name: "no identity at all, which is Azure's default and safe",
            covers: "parent absent",
            changes: onEach(empty),
            reports: {},
        },
        {
            name: "more unknown ones than are declared",
            covers: "unknown",
            changes: onEach(madeOf({ type: "SystemAssigned", userAssignedIdentities: [unknown, unknown] }, "agent", "other")),
            reports: byEach(
                'identity.type is "SystemAssigned"; it must be UserAssigned or None',
                undecided("identity.userAssignedIdentities[0]"),
                undecided("identity.userAssignedIdentities[1]"),
            ),
        },
        {
            name: "a list of which nothing is known, with something of another stack in it",
            covers: "unknown",
            changes: onEach(madeOf({ type: "UserAssigned", userAssignedIdentities: unknown }, "agent", "other")),
            reports: byEach(undecided("identity.userAssignedIdentities")),
        },
        {
            name: "a list of which nothing is known, from nowhere",
            covers: "unknown",
            changes: onEach((declared) => ({
                ...madeOf({ type: "UserAssigned", userAssignedIdentities: unknown })(declared),
                uses: {},
            })),
            reports: byEach(undecided("identity.userAssignedIdentities")),
        },
        {
            name: "an unknown identity",
            covers: "unknown",
            changes: onEach(use("identity", "other")),
            reports: byEach(undecided("identity")),
        },
    ],
};
