import { mustBe } from "../conditions";
import { machinePart, machines, unlessShell } from "../machines/machine";
import { resourceRule } from "../rule";

export const vms02 = resourceRule({
    id: "VMS-02",
    slug: "encryption-at-host",
    title: "Machines encrypt temporary disks and caches on the host",
    why: "Without it the temporary disk and the caches of all disks lie unencrypted on the host.",
    remediation:
        "Set securityProfile.encryptionAtHost to true; the subscription needs the feature Microsoft.Compute/EncryptionAtHost.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/disk-encryption#encryption-at-host---end-to-end-encryption-for-your-vm-data",
    references: {
        azurePolicy: ["fc4d8e41-e223-45ea-9bf5-eada37891d87", "ca88aadc-6e2b-416c-9de2-5a0f01d1693f"],
        mcsb: ["DP-4"],
        cis: [],
        checkov: ["CKV_AZURE_97", "CKV_AZURE_151"],
        trivy: [],
        psRule: ["AZR-000252"],
        kics: [],
    },
    subjects: machines,
    judge: (machine) => unlessShell(machine, () => mustBe(machinePart(machine, "securityProfile.encryptionAtHost"), true)),
});
