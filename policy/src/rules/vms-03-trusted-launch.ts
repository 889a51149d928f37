import { decide, mustBe } from "../conditions";
import { machinePart, machines, machineSize, unlessShell } from "../machines/machine";
import { Resource } from "../plan/resource";
import { Parameter, resourceRule } from "../rule";
import { all, pass, passes, Verdict } from "../verdict";

/**
 * Sizes with a part of an A10: they run NVIDIA's GRID driver, which is not signed for Secure Boot on Linux. The size decides the
 * driver, and with it which line of images a machine boots; every other line's driver is signed.
 * https://learn.microsoft.com/azure/virtual-machines/linux/n-series-driver-setup
 */
const gridSizes = ["6ads", "12ads", "18ads", "36ads", "36adms", "72ads"].map((part) => `Standard_NV${part}_A10_v5`);

const sizesWithoutSecureBoot: Parameter<string[]> = {
    schema: {
        type: "array",
        items: { type: "string", pattern: "^Standard_N[A-Za-z0-9_-]+$" },
        maxItems: 50,
        description: "Sizes whose driver is not signed for Secure Boot, by their full names. Only sizes with a GPU can be named.",
    },
    default: gridSizes,
};

export const vms03 = resourceRule({
    id: "VMS-03",
    slug: "trusted-launch",
    title: "Machines boot with Trusted Launch: a virtual TPM, and Secure Boot wherever the driver is signed",
    why: "A boot kit stays below everything that looks for it.",
    remediation:
        "Set securityProfile.securityType to TrustedLaunch, uefiSettings.vTpmEnabled and uefiSettings.secureBootEnabled to true; Secure Boot may be off only for sizes of the parameter sizesWithoutSecureBoot.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/trusted-launch",
    references: {
        azurePolicy: [
            "1c30f9cd-b84c-49cc-aa2c-9288447cc3b3",
            "97566dd7-78ae-4997-8b36-1c7bfe0d8121",
            "a21f8c92-9e22-4f09-b759-50500d1d2dda",
        ],
        mcsb: ["PV-4"],
        cis: ["3.0.0:8.11", "2.1.0:7.9"],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: machines,
    parameters: { sizesWithoutSecureBoot },
    judge: (machine, { settings }) =>
        unlessShell(machine, () =>
            all(
                mustBe(machinePart(machine, "securityProfile.securityType"), "TrustedLaunch"),
                mustBe(machinePart(machine, "securityProfile.uefiSettings.vTpmEnabled"), true),
                secureBoot(machine, settings.sizesWithoutSecureBoot),
            ),
        ),
});

function secureBoot(machine: Resource, exempt: readonly string[]): Verdict {
    const verdict = mustBe(machinePart(machine, "securityProfile.uefiSettings.secureBootEnabled"), true);
    const size = machineSize(machine);
    return passes(verdict) ? pass : decide(size, () => (isOneOf(size.text, exempt) ? pass : verdict));
}

function isOneOf(size: string | undefined, sizes: readonly string[]): boolean {
    return sizes.some((other) => other.toLowerCase() === size?.toLowerCase());
}
