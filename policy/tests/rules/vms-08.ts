import { unknown } from "../../src/plan/value";
import { vms08 } from "../../src/rules/vms-08-no-legacy-agent";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const monitor = { publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent" };
const legacy = { publisher: "Microsoft.EnterpriseCloud.Monitoring", type: "OmsAgentForLinux" };
const list = "virtualMachineProfile.extensionProfile.extensions";

export const suite: Suite = {
    rule: vms08,
    sound: [
        declare("compute:VirtualMachineExtension", "ofMachine", monitor),
        declare("compute:VirtualMachineScaleSetExtension", "ofSet", monitor),
        declare("compute:VirtualMachineScaleSetVMExtension", "ofMember", monitor),
        declare("compute:VirtualMachineScaleSet", "set", {
            virtualMachineProfile: { extensionProfile: { extensions: [monitor] } },
        }),
    ],
    cases: [
        { name: "the Azure Monitor Agent", covers: "pass", reports: {} },
        {
            name: "the legacy agent by its type",
            covers: "fail",
            changes: {
                ofMachine: set("type", "OmsAgentForLinux"),
                ofSet: set("type", "omsagentforlinux"),
                ofMember: set("type", "MicrosoftMonitoringAgent"),
            },
            reports: {
                ofMachine: ['type is "OmsAgentForLinux"; it must be another agent'],
                ofSet: ['type is "omsagentforlinux"; it must be another agent'],
                ofMember: ['type is "MicrosoftMonitoringAgent"; it must be another agent'],
            },
        },
        {
            name: "the legacy agent in a profile",
            covers: "fail",
            changes: { set: set(list, [monitor, legacy]) },
            reports: {
                set: [
                    `${list}[1].type is "OmsAgentForLinux"; it must be another agent`,
                    `${list}[1].publisher is "Microsoft.EnterpriseCloud.Monitoring"; it must be another publisher`,
                ],
            },
        },
        {
            name: "something else of its publisher",
            covers: "fail",
            changes: { ofMachine: set("publisher", "Microsoft.EnterpriseCloud.Monitoring") },
            reports: { ofMachine: ['publisher is "Microsoft.EnterpriseCloud.Monitoring"; it must be another publisher'] },
        },
        { name: "another agent", covers: "pass", changes: { ofMachine: set("type", "CustomScript") }, reports: {} },
        {
            name: "no agent in the profile",
            covers: "absent",
            changes: { set: unset(list), ofMachine: unset("type") },
            reports: {},
        },
        { name: "no profile", covers: "parent absent", changes: { set: empty, ofSet: empty }, reports: {} },
        {
            name: "an unknown type hides no legacy publisher",
            covers: "unknown",
            changes: { set: set(list, [{ ...legacy, type: unknown }]), ofMachine: hide("type") },
            reports: {
                set: [
                    `${list}[0].publisher is "Microsoft.EnterpriseCloud.Monitoring"; it must be another publisher`,
                    undecided(`${list}[0].type`),
                ],
                ofMachine: [undecided("type")],
            },
        },
        { name: "an unknown list", covers: "unknown", changes: { set: hide(list) }, reports: { set: [undecided(list)] } },
    ],
};
