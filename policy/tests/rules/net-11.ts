import { net11 } from "../../src/rules/net-11-ip-forwarding";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const profile = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";
const machine = "networkProfile.networkInterfaceConfigurations";
const member = "networkProfileConfiguration.networkInterfaceConfigurations";
const off = (path: string) => `${path} is true; it must be false or not set`;

export const suite: Suite = {
    rule: net11,
    sound: [
        declare("network:NetworkInterface", "card", { enableIPForwarding: false }),
        declare("compute:VirtualMachineScaleSet", "set", {
            virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ enableIPForwarding: false }] } },
        }),
        declare("compute:VirtualMachine", "machine", { networkProfile: { networkInterfaceConfigurations: [{}] } }),
        declare("compute:VirtualMachineScaleSetVM", "member", {
            networkProfileConfiguration: { networkInterfaceConfigurations: [{}] },
        }),
    ],
    cases: [
        { name: "off", covers: "pass", reports: {} },
        {
            name: "on, everywhere",
            covers: "fail",
            changes: {
                card: set("enableIPForwarding", true),
                set: set(`${profile}.0.enableIPForwarding`, true),
                machine: set(`${machine}.0.enableIPForwarding`, true),
                member: set(`${member}.0.enableIPForwarding`, true),
            },
            reports: {
                card: [off("enableIPForwarding")],
                set: [off(`${profile}[0].enableIPForwarding`)],
                machine: [off(`${machine}[0].enableIPForwarding`)],
                member: [off(`${member}[0].enableIPForwarding`)],
            },
        },
        {
            name: "not set, which Azure takes as off",
            covers: "absent",
            changes: { card: unset("enableIPForwarding") },
            reports: {},
        },
        { name: "no profile", covers: "parent absent", changes: { set: empty }, reports: {} },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { card: hide("enableIPForwarding"), set: hide("virtualMachineProfile") },
            reports: { card: [undecided("enableIPForwarding")], set: [undecided("virtualMachineProfile")] },
        },
    ],
};
