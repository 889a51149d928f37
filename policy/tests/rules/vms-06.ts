import { unknown } from "../../src/plan/value";
import { vms06 } from "../../src/rules/vms-06-allowed-extensions";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const monitor = { publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent", typeHandlerVersion: "1.33" };
const script = { publisher: "Microsoft.Azure.Extensions", type: "CustomScript" };
const list = "virtualMachineProfile.extensionProfile.extensions";

const refused = (path: string, name: string) => `${path} is ${name}; it is not among the allowed extensions`;

export const suite: Suite = {
    rule: vms06,
    sound: [
        declare("compute:VirtualMachineExtension", "ofMachine", {
            ...monitor,
            settings: { genevaConfiguration: { enable: false } },
        }),
        declare("compute:VirtualMachineScaleSetExtension", "ofSet", { ...monitor, protectedSettings: { password: "hunter2" } }),
        declare("compute:VirtualMachineScaleSetVMExtension", "ofMember", monitor),
        declare("compute:VirtualMachineScaleSet", "set", {
            virtualMachineProfile: { extensionProfile: { extensions: [monitor] } },
        }),
    ],
    cases: [
        { name: "allowed ones", covers: "pass", reports: {} },
        {
            name: "one that runs commands",
            covers: "fail",
            changes: {
                ofMachine: inOrder(set("publisher", script.publisher), set("type", script.type)),
                ofSet: inOrder(set("publisher", script.publisher), set("type", script.type)),
                ofMember: inOrder(set("publisher", script.publisher), set("type", script.type)),
                set: set(list, [monitor, script]),
            },
            reports: {
                ofMachine: [refused("type", "Microsoft.Azure.Extensions/CustomScript")],
                ofSet: [refused("type", "Microsoft.Azure.Extensions/CustomScript")],
                ofMember: [refused("type", "Microsoft.Azure.Extensions/CustomScript")],
                set: [refused(`${list}[1].type`, "Microsoft.Azure.Extensions/CustomScript")],
            },
        },
        {
            name: "an allowed type of another publisher",
            covers: "fail",
            changes: { ofMachine: set("publisher", "Example.Monitor") },
            reports: { ofMachine: [refused("type", "Example.Monitor/AzureMonitorLinuxAgent")] },
        },
        {
            name: "one that the team has named",
            covers: "pass",
            changes: { set: set(list, [script]), ofMachine: "remove", ofSet: "remove", ofMember: "remove" },
            settings: { allowed: ["microsoft.azure.extensions/customscript"] },
            reports: {},
        },
        {
            name: "secrets in settings, by name and by form, and none is shown",
            covers: "fail",
            changes: {
                ofMachine: set("settings", { storageAccountKey: "aGVsbG8gd29ybGQhIQ" }),
                ofSet: set("settings", { commandToExecute: "mysql --password=hunter22 -e 'select 1'" }),
                set: set(`${list}.0.settings`, { proxies: ["https://u:hunter22@proxy.example.com"] }),
            },
            reports: {
                ofMachine: ["settings.storageAccountKey holds a value with the name of a secret"],
                ofSet: ["settings.commandToExecute holds a value with the name of a secret (line 1)"],
                set: [`${list}[0].settings.proxies[0] holds an address with a password in it (line 1)`],
            },
        },
        {
            name: "an encoded script in settings",
            covers: "fail",
            changes: {
                ofMachine: set("settings", {
                    script: Buffer.from("#!/bin/sh\nexport DB_PASSWORD=hunter22\n").toString("base64"),
                }),
            },
            reports: { ofMachine: ["settings.script holds a value with the name of a secret (base64, line 2)"] },
        },
        {
            name: "no type",
            covers: "absent",
            changes: { ofMachine: unset("type"), set: unset(`${list}.0.publisher`) },
            reports: {
                ofMachine: [refused("type", "Microsoft.Azure.Monitor/")],
                set: [refused(`${list}[0].type`, "/AzureMonitorLinuxAgent")],
            },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { ofMachine: empty, set: empty },
            reports: { ofMachine: [refused("type", "not set")] },
        },
        {
            name: "an unknown type, and a secret beside it",
            covers: "unknown",
            changes: { ofMachine: inOrder(hide("type"), set("settings", { password: "hunter22" })) },
            reports: { ofMachine: ["settings.password holds a value with the name of a secret", undecided("type")] },
        },
        {
            name: "unknown settings: a preview leaves them to the update",
            covers: "unknown",
            changes: { ofMachine: set("settings", { workspaceId: unknown }), ofSet: hide("settings"), set: hide(list) },
            reports: {},
        },
        {
            name: "the update judges the settings that the preview did not know",
            covers: "unknown",
            changes: {
                ofSet: inOrder(hide("settings"), set("settings", { password: "hunter22" })),
                set: inOrder(hide(list), set(list, [{ ...monitor, settings: { password: "hunter22" } }])),
            },
            reports: {
                ofSet: ["settings.password holds a value with the name of a secret"],
                set: [`${list}[0].settings.password holds a value with the name of a secret`],
            },
        },
    ],
};
