import { mustBe, mustBeSet, mustNotBeSet } from "../conditions";
import { machinePart, machines, unlessShell } from "../machines/machine";
import { Property } from "../plan/property";
import { resourceRule } from "../rule";
import { all, some, undecided, Verdict } from "../verdict";

export const vms01 = resourceRule({
    id: "VMS-01",
    slug: "keys-only",
    title: "Machines are entered with SSH keys, never with a password",
    why: "A password is guessed, shared and reused; a key is not.",
    remediation:
        "Set osProfile.linuxConfiguration.disablePasswordAuthentication to true and ssh.publicKeys[].keyData to a key; remove osProfile.adminPassword.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
    references: {
        azurePolicy: ["630c64f9-8b6b-4c64-b511-6544ceff6fd6"],
        mcsb: ["IM-6"],
        cis: [],
        checkov: ["CKV_AZURE_1", "CKV_AZURE_49", "CKV_AZURE_149", "CKV_AZURE_178"],
        trivy: ["AZU-0039"],
        psRule: ["AZR-000288", "AZR-000245"],
        kics: ["6797f581"],
    },
    subjects: machines,
    judge: (machine) =>
        unlessShell(machine, () =>
            all(
                mustBe(machinePart(machine, "osProfile.linuxConfiguration.disablePasswordAuthentication"), true),
                mustHaveKey(machinePart(machine, "osProfile.linuxConfiguration.ssh.publicKeys")),
                mustNotBeSet(machinePart(machine, "osProfile.adminPassword")),
            ),
        ),
});

function mustHaveKey(keys: Property): Verdict {
    return keys.isUnknown
        ? undecided(keys.path)
        : some(
              keys.items.map((key) => mustBeSet(key.at("keyData"))),
              `${keys.path} has no keyData; it must have at least one`,
          );
}
