import { aml09Computes } from "../../src/rules/aml-09-idle-computes";
import { aml09Machines } from "../../src/rules/aml-09-idle-machines";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const inner = "properties.properties";
const scaleDown = `${inner}.scaleSettings.nodeIdleTimeBeforeScaleDown`;
const allowed = "it must be a duration of at most 240 minutes, as PT30M";
const unstopped = `neither ${inner}.idleTimeBeforeShutdown, of at most 240 minutes, nor a schedule stops it`;

export const computesSuite: Suite = {
    rule: aml09Computes,
    sound: [
        declare("machinelearningservices:Compute", "train", {
            properties: { computeType: "AmlCompute", properties: { scaleSettings: { nodeIdleTimeBeforeScaleDown: "PT15M" } } },
        }),
        declare("machinelearningservices:Compute", "desk", {
            properties: {
                computeType: "ComputeInstance",
                properties: { schedules: { computeStartStop: [{ action: "Stop", status: "Enabled" }] } },
            },
        }),
        declare("machinelearningservices:Compute", "attached", { properties: { computeType: "VirtualMachine" } }),
    ],
    cases: [
        { name: "a cluster that shrinks, an instance that is stopped", covers: "pass", reports: {} },
        {
            name: "an instance that stops by itself",
            covers: "pass",
            changes: { desk: set(inner, { idleTimeBeforeShutdown: "PT3H30M" }) },
            reports: {},
        },
        {
            name: "longer, where that is allowed",
            covers: "pass",
            changes: { train: set(scaleDown, "PT5H") },
            settings: { longestMinutes: 300 },
            reports: {},
        },
        {
            name: "too long",
            covers: "fail",
            changes: { train: set(scaleDown, "P1D"), desk: set(inner, { idleTimeBeforeShutdown: "PT4H1M" }) },
            reports: { train: [`${scaleDown} is "P1D"; ${allowed}`], desk: [unstopped] },
        },
        {
            name: "no duration",
            covers: "fail",
            changes: { train: set(scaleDown, 900) },
            reports: { train: [`${scaleDown} is 900; ${allowed}`] },
        },
        {
            name: "the schedule starts it, or is off",
            covers: "fail",
            changes: {
                desk: set(`${inner}.schedules.computeStartStop`, [
                    { action: "Start", status: "Enabled" },
                    { action: "Stop", status: "Disabled" },
                ]),
            },
            reports: { desk: [unstopped] },
        },
        {
            name: "not set",
            covers: "absent",
            changes: { train: unset(scaleDown), desk: unset(`${inner}.schedules.computeStartStop`) },
            reports: { train: [`${scaleDown} is not set; ${allowed}`], desk: [unstopped] },
        },
        {
            name: "no properties",
            covers: "parent absent",
            changes: { train: empty, desk: unset(inner) },
            reports: { train: [`${scaleDown} is not set; ${allowed}`], desk: [unstopped] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { train: hide(scaleDown), desk: hide(`${inner}.schedules`), attached: hide("properties.computeType") },
            reports: {
                train: [undecided(scaleDown)],
                desk: [undecided(`${inner}.schedules`)],
                attached: [undecided("properties.computeType")],
            },
        },
    ],
};

const must = "it must say when the machine is idle too long";

export const machinesSuite: Suite = {
    rule: aml09Machines,
    sound: [
        declare("compute:VirtualMachine", "ada", { userData: base64({ format: 1, idleAfter: "PT1H" }) }),
        declare("compute:VirtualMachineScaleSetVM", "instance", { userData: base64({ idleAfter: "never" }) }),
        declare("compute:VirtualMachineScaleSet", "uniform", {
            virtualMachineProfile: { userData: base64({ idleAfter: "PT24H" }) },
        }),
        declare("compute:VirtualMachineScaleSet", "flexible", { platformFaultDomainCount: 1 }),
    ],
    cases: [
        { name: "all of them say it", covers: "pass", reports: {} },
        {
            name: "a server on which nobody works",
            covers: "pass",
            changes: { ada: empty },
            settings: { servers: ["ada"] },
            reports: {},
        },
        {
            name: "longer than a day, or nonsense",
            covers: "fail",
            changes: {
                ada: set("userData", base64({ idleAfter: "PT24H1M" })),
                instance: set("userData", base64({ idleAfter: 60 })),
            },
            reports: {
                ada: [`userData has an idleAfter that is neither a duration of at most PT24H nor never; ${must}`],
                instance: [`userData has an idleAfter that is neither a duration of at most PT24H nor never; ${must}`],
            },
        },
        {
            name: "something else",
            covers: "fail",
            changes: {
                ada: set("userData", "I2Nsb3VkLWNvbmZpZwo="),
                instance: set("userData", base64(["idleAfter"])),
            },
            reports: {
                ada: [`userData is no JSON object; ${must}`],
                instance: [`userData is no JSON object; ${must}`],
            },
        },
        {
            name: "nothing, in a set that makes its machines itself",
            covers: "fail",
            changes: { uniform: set("virtualMachineProfile.userData", base64(null)) },
            reports: { uniform: [`virtualMachineProfile.userData is no JSON object; ${must}`] },
        },
        {
            name: "it does not say",
            covers: "absent",
            changes: { ada: set("userData", base64({})), instance: unset("userData") },
            reports: { ada: [`userData has no idleAfter; ${must}`], instance: [`userData is not set; ${must}`] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { ada: empty, uniform: set("virtualMachineProfile", {}) },
            reports: {
                ada: [`userData is not set; ${must}`],
                uniform: [`virtualMachineProfile.userData is not set; ${must}`],
            },
        },
        {
            name: "known only at the update, which judges it again",
            covers: "unknown",
            changes: {
                ada: hide("userData"),
                instance: hide("userData"),
                uniform: hide("virtualMachineProfile.userData"),
            },
            reports: {},
        },
        {
            name: "whether the set makes machines is known only at the update",
            covers: "unknown",
            changes: { uniform: hide("virtualMachineProfile") },
            reports: { uniform: [undecided("virtualMachineProfile")] },
        },
    ],
};

function base64(document: unknown): string {
    return Buffer.from(JSON.stringify(document)).toString("base64");
}
