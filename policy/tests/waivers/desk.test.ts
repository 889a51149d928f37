import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judgePlan } from "../../src/judgement";
import { Plan } from "../../src/plan/plan";
import { defaultSettings, policyName, Rule } from "../../src/rule";
import { aml09Machines } from "../../src/rules/aml-09-idle-machines";
import { ops03 } from "../../src/rules/ops-03-budget";
import { sto01 } from "../../src/rules/sto-01-https-only";
import { Desk } from "../../src/waivers/desk";
import { parseWaivers } from "../../src/waivers/file";
import { now } from "../support/cases";
import { declare, Declared, plan } from "../support/plans";
import { unknown } from "../../src/plan/value";

const rules: readonly Rule[] = [sto01, aml09Machines, ops03];
const account = "azure-native:storage:StorageAccount";
const open = declare("storage:StorageAccount", "open-files", { enableHttpsTrafficOnly: false });
const closed = declare("storage:StorageAccount", "closed-files", { enableHttpsTrafficOnly: true });
const root = declare("pulumi:pulumi:Stack", "atelier-dev");
const wrong = "enableHttpsTrafficOnly is false; it must be true";
const noBudget = "no budget of this plan has notifications at two thresholds, each switched on and with a contact";
const reminder = `STO-01 is waived until 2026-12-31 by ada@example.com (An old printer scans into it.): ${wrong}`;

describe("waivers", () => {
    it("are held against nothing when there are none", async () =>
        assert.deepEqual(await told("", [open]), { "sto-01-https-only open-files": [wrong] }));

    it("keep a rule from telling, and tell that they do", async () =>
        assert.deepEqual(await told(waiver("STO-01", `${account}::open-files`), [open]), {
            "pack-01-waived open-files": [reminder],
        }));

    it("are not for other resources", async () => {
        const other = { ...open, name: "other-files" };
        assert.deepEqual(await told(waiver("STO-01", `${account}::open-*`), [open, other]), {
            "sto-01-https-only other-files": [wrong],
            "pack-01-waived open-files": [reminder],
        });
    });

    it("are not for other rules", async () =>
        assert.deepEqual(await told(waiver("AML-09", `${account}::open-files`), [open]), {
            "sto-01-https-only open-files": [wrong],
            "pack-01-unused-waivers atelier-dev": [
                `waivers.yaml:2: waivers[0] is unused: AML-09 passes at ${account}::open-files; remove it`,
            ],
        }));

    it("may be for the stack", async () =>
        assert.deepEqual(
            await told(
                waiver("OPS-03", "pulumi:pulumi:Stack::atelier-dev"),
                [declare("resources:ResourceGroup", "group")],
                false,
            ),
            {
                "pack-01-waived atelier-dev": [
                    `OPS-03 is waived until 2026-12-31 by ada@example.com (An old printer scans into it.): ${noBudget}`,
                ],
            },
        ));

    it("may be for what cannot be judged yet", async () => {
        const hidden = declare("storage:StorageAccount", "open-files", { enableHttpsTrafficOnly: unknown });
        const reports = await told(waiver("STO-01", `${account}::open-files`), [hidden]);
        assert.deepEqual(Object.keys(reports), ["pack-01-waived open-files"]);
    });

    it("are unused when the rule passes at all that they are for", async () =>
        assert.deepEqual(await told(waiver("STO-01", `${account}::*-files`), [closed]), {
            "pack-01-unused-waivers atelier-dev": [
                `waivers.yaml:2: waivers[0] is unused: STO-01 passes at ${account}::*-files; remove it`,
            ],
        }));

    it("are used when the rule fails at one of them", async () =>
        assert.deepEqual(await told(waiver("STO-01", `${account}::*-files`), [closed, open]), {
            "pack-01-waived open-files": [reminder],
        }));

    it("are not unused where nothing matches", async () =>
        assert.deepEqual(await told(waiver("STO-01", `${account}::elsewhere`), [closed]), {}));

    it("are not unused where the rule waits for the update", async () => {
        const machine = declare("compute:VirtualMachine", "machine", { userData: unknown });
        assert.deepEqual(await told(waiver("AML-09", "azure-native:compute:VirtualMachine::machine"), [machine]), {});
    });

    it("are not unused where the rule is switched off", async () =>
        assert.deepEqual(await told(waiver("STO-01", `${account}::closed-files`), [closed], true, [aml09Machines]), {}));

    it("hold on their last day", async () => {
        const text = waiver("STO-01", `${account}::open-files`).replace("2026-12-31", "2026-11-25");
        assert.deepEqual(Object.keys(await told(text, [open])), ["pack-01-waived open-files"]);
    });

    it("end", async () => {
        const text = waiver("STO-01", `${account}::open-files`).replace("2026-12-31", "2026-11-24");
        assert.deepEqual(await told(text, [open]), {
            "sto-01-https-only open-files": [wrong],
            "pack-01-waivers atelier-dev": [
                "waivers.yaml:2: waivers[0].expires is 2026-11-24, which is past; remove the waiver, or its reason",
            ],
        });
    });

    it("may end in 180 days", async () => {
        const text = waiver("STO-01", `${account}::open-files`).replace("2026-12-31", "2027-05-24");
        assert.deepEqual(Object.keys(await told(text, [open])), ["pack-01-waived open-files"]);
    });

    it("may not end later", async () => {
        const text = waiver("STO-01", `${account}::open-files`).replace("2026-12-31", "2027-05-25");
        assert.deepEqual(await told(text, [open]), {
            "sto-01-https-only open-files": [wrong],
            "pack-01-waivers atelier-dev": [
                "waivers.yaml:2: waivers[0].expires is 2027-05-25; it must be 2027-05-24 or earlier, 180 days ahead",
            ],
        });
    });

    it("cannot waive the rules about waivers", async () =>
        assert.deepEqual(await told(waiver("PACK-01", "pulumi:pulumi:Stack::atelier-dev"), []), {
            "pack-01-waivers atelier-dev": ["waivers.yaml:2: waivers[0].rule is PACK-01; this pack has no such rule"],
        }));
});

function waiver(rule: string, resource: string): string {
    return `waivers:
  - rule: ${rule}
    resource: ${JSON.stringify(resource)}
    reason: An old printer scans into it.
    owner: ada@example.com
    expires: 2026-12-31
`;
}

/** What every policy tells at every resource. */
async function told(
    text: string,
    declared: readonly Declared[],
    withBudget = true,
    switchedOn: readonly Rule[] = rules,
): Promise<Record<string, readonly string[]>> {
    const desk = new Desk(rules, parseWaivers("waivers.yaml", text, rules));
    const judged: Plan = plan([root, ...declared, ...(withBudget ? [budget] : [])]);
    const urns = judged.resources.map(({ urn }) => urn);
    const reports: Record<string, string[]> = {};
    for (const rule of desk.rules.filter((one) => !rules.includes(one) || switchedOn.includes(one))) {
        const context = { now, updateFollows: true, settings: defaultSettings(rule) };
        for (const { urn, message } of desk.reported(rule, urns, await judgePlan(rule, judged, context), now)) {
            (reports[`${policyName(rule)} ${judged.find(urn)?.name}`] ??= []).push(message);
        }
    }
    return reports;
}

const budget = declare("consumption:Budget", "budget", {
    notifications: {
        half: { enabled: true, threshold: 50, contactEmails: ["ada@example.com"] },
        full: { enabled: true, threshold: 100, contactEmails: ["ada@example.com"] },
    },
});
