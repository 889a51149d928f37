import { machinePart, machines } from "../machines/machine";
import { resourceRule } from "../rule";
import { mustHoldNoSecret } from "../secrets/judge";
import { all } from "../verdict";

const payloads = ["osProfile.customData", "userData"];

export const vms05 = resourceRule({
    id: "VMS-05",
    slug: "no-secret-in-boot-data",
    title: "Boot data holds no secret, whatever it is encoded in",
    why: "Every process on a machine can read its boot data from the metadata service, and so can everybody who may read the machine in Azure.",
    remediation:
        "Take the secret out of customData and userData; let the machine fetch it from a key vault with its managed identity, and renew it, because the state file and Azure have seen it.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/user-data",
    references: {
        azurePolicy: ["3ac7c827-eea2-4bde-acc7-9568cd320efa"],
        mcsb: ["IM-8", "PV-5"],
        cis: [],
        checkov: ["CKV_AZURE_45"],
        trivy: ["AZU-0037"],
        psRule: [],
        kics: [],
    },
    subjects: machines,
    // In a preview they hold outputs of resources that do not exist yet; they are known when the machine is created.
    judgedAtUpdate: payloads.flatMap((payload) => [payload, `virtualMachineProfile.${payload}`]),
    judge: async (machine) =>
        all(...(await Promise.all(payloads.map((payload) => mustHoldNoSecret(machinePart(machine, payload)))))),
});
