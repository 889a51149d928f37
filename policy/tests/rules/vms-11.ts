import { unknown } from "../../src/plan/value";
import { vms11 } from "../../src/rules/vms-11-repairs";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const health = { publisher: "Microsoft.ManagedServices", type: "ApplicationHealthLinux" };
const list = "virtualMachineProfile.extensionProfile.extensions";
const off = "automaticRepairsPolicy.enabled is not set; it must be true";
const unwatched =
    "nothing tells the health of its machines: no extension ApplicationHealthLinux and no networkProfile.healthProbe";

export const suite: Suite = {
    rule: vms11,
    sound: [
        declare("compute:VirtualMachineScaleSet", "inline", {
            automaticRepairsPolicy: { enabled: true },
            virtualMachineProfile: { extensionProfile: { extensions: [health] } },
        }),
        declare("compute:VirtualMachineScaleSet", "added", {
            automaticRepairsPolicy: { enabled: true },
            virtualMachineProfile: {},
        }),
        declare(
            "compute:VirtualMachineScaleSetExtension",
            "health",
            { ...health, vmScaleSetName: unknown },
            { vmScaleSetName: ["added"] },
        ),
        declare("compute:VirtualMachineScaleSet", "probed", {
            automaticRepairsPolicy: { enabled: true },
            virtualMachineProfile: { networkProfile: { healthProbe: { id: unknown } } },
        }),
        declare("compute:VirtualMachineScaleSet", "shell", { orchestrationMode: "Flexible" }),
    ],
    cases: [
        { name: "watched and repaired", covers: "pass", reports: {} },
        {
            name: "repairs are off",
            covers: "fail",
            changes: { inline: set("automaticRepairsPolicy.enabled", false) },
            reports: { inline: ["automaticRepairsPolicy.enabled is false; it must be true"] },
        },
        { name: "the extension is gone", covers: "fail", changes: { health: "remove" }, reports: { added: [unwatched] } },
        {
            name: "the extension is another one",
            covers: "fail",
            changes: { health: set("type", "CustomScript"), inline: set(`${list}.0.type`, "CustomScript") },
            reports: { added: [unwatched], inline: [unwatched] },
        },
        {
            name: "nothing is said of repairs",
            covers: "absent",
            changes: { inline: unset("automaticRepairsPolicy") },
            reports: { inline: [off] },
        },
        { name: "no profile", covers: "parent absent", changes: { inline: empty }, reports: { inline: [off, unwatched] } },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { inline: hide(list), health: hide("type"), probed: hide("automaticRepairsPolicy.enabled") },
            reports: {
                inline: [undecided(list)],
                added: [undecided("type")],
                probed: [undecided("automaticRepairsPolicy.enabled")],
            },
        },
    ],
};
