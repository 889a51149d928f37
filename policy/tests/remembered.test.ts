import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgePlan } from "../src/judgement";
import { Plan } from "../src/plan/plan";
import { Resource } from "../src/plan/resource";
import { unknown } from "../src/plan/value";
import { remembered } from "../src/remembered";
import { defaultSettings, Rule } from "../src/rule";
import { iam01 } from "../src/rules/iam-01-identities";
import { iam03Once } from "../src/rules/iam-03-role-assignments";
import { net02 } from "../src/rules/net-02-rdp";
import { net06 } from "../src/rules/net-06-lateral-movement";
import { now } from "./support/cases";
import { declare, Declared, facts } from "./support/plans";
import { card, group, inbound, subnet } from "./network/groups";

describe("what is remembered", () => {
    it("is asked for once for each object, whatever the answer", () => {
        const asked: object[] = [];
        const answer = remembered((of: object) => void asked.push(of));
        const [one, other] = [{}, {}];
        [one, other, one, other].forEach((of) => assert.equal(answer(of), undefined));
        assert.deepEqual([asked.length, asked[0] === one, asked[1] === other], [2, true, true]);
    });
});

describe("two plans that share resources do not share verdicts", () => {
    const rdp = inbound(100, { destinationPortRange: "3389" });
    const noRdp = inbound(100, { access: "Deny", destinationPortRange: "3389" });

    it("on a security group with a separate rule in one of them", () =>
        differ(
            net02,
            [
                group("guard"),
                declare(
                    "network:SecurityRule",
                    "rule",
                    { ...rdp, networkSecurityGroupName: unknown },
                    { networkSecurityGroupName: ["guard"] },
                ),
            ],
            "rule",
            "guard",
        ));

    it("on a security group behind another in one of them", () =>
        differ(
            net02,
            [group("outer", noRdp), group("inner", rdp), subnet("subnet", "outer"), card("card", "inner", "subnet")],
            "card",
        ));

    it("on an interface whose subnet is guarded in one of them", () => {
        const closed = inbound(100, { direction: "Outbound", access: "Deny", protocol: "*", destinationPortRange: "*" });
        const bare = declare(
            "network:NetworkInterface",
            "card",
            { ipConfigurations: [{ name: "primary", subnet: { id: unknown } }] },
            { ipConfigurations: ["subnet"] },
        );
        return differ(net06, [group("outer", closed), subnet("subnet", "outer"), bare], "outer");
    });

    it("on a role that is defined in one of them", () =>
        differ(
            iam01,
            [
                declare("authorization:RoleDefinition", "role", { permissions: [{ actions: ["*"] }] }),
                declare("storage:StorageAccount", "files"),
                declare("managedidentity:UserAssignedIdentity", "identity"),
                declare(
                    "authorization:RoleAssignment",
                    "assignment",
                    { principalType: "ServicePrincipal", principalId: unknown, roleDefinitionId: unknown, scope: unknown },
                    { principalId: ["identity"], roleDefinitionId: ["role"], scope: ["files"] },
                ),
            ],
            "role",
        ));

    it("on an assignment that is there twice in one of them", () => {
        const inputs = {
            principalId: "ada",
            roleDefinitionId: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
            scope: "/subscriptions/1",
        };
        const [one, twin] = ["one", "twin"].map((name) => declare("authorization:RoleAssignment", name, inputs));
        return differ(iam03Once, [one!, twin!], "twin");
    });

    /** The rule does not say the same of a resource, or of all, when one is left out; before and after it has judged the other plan. */
    async function differ(rule: Rule, declared: readonly Declared[], leftOut: string, only?: string): Promise<void> {
        const all = facts(declared).map((one) => new Resource(one));
        const some = all.filter(({ name }) => name !== leftOut);
        const [whole, part] = [await told(rule, new Plan(all), only), await told(rule, new Plan(some), only)];
        const fresh = facts(declared).map((one) => new Resource(one));
        assert.deepEqual(part, await told(rule, new Plan(fresh.filter(({ name }) => name !== leftOut)), only));
        assert.deepEqual(await told(rule, new Plan(all), only), whole);
        assert.notDeepEqual(part, whole);
    }

    async function told(rule: Rule, plan: Plan, only?: string): Promise<readonly string[]> {
        const findings = await judgePlan(rule, plan, { now, updateFollows: true, settings: defaultSettings(rule) });
        return findings
            .filter(({ urn }) => only === undefined || urn.endsWith(`::${only}`))
            .map(({ urn, message }) => `${urn}: ${message}`);
    }
});
