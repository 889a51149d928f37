import { must, mustBe, mustBeSet } from "../conditions";
import { extensionList } from "../machines/extension";
import { scaleSet, unlessShell } from "../machines/machine";
import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { planRule } from "../rule";
import { all, some, undecided, Verdict } from "../verdict";

const extension = azure("compute", "VirtualMachineScaleSetExtension");

const healthTypes = ["applicationhealthlinux", "applicationhealthwindows"];

/** Single machines have no automatic repair in Azure, so only scale sets are judged. */
export const vms11 = planRule({
    id: "VMS-11",
    slug: "repairs",
    title: "Scale sets watch the health of their machines and repair them",
    why: "A machine that hangs is paid for and helps nobody.",
    remediation:
        "Set automaticRepairsPolicy.enabled to true and add the extension ApplicationHealthLinux or networkProfile.healthProbe.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-instance-repairs",
    references: {
        azurePolicy: [],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_179"],
        trivy: [],
        psRule: ["AZR-000426", "AZR-000246"],
        kics: [],
    },
    subjects: [scaleSet],
    judge: (set, plan) =>
        unlessShell(set, () => all(mustBe(set.at("automaticRepairsPolicy.enabled"), true), hasHealth(set, plan))),
});

function hasHealth(set: Resource, plan: Plan): Verdict {
    const list = extensionList(set);
    const added = plan.referrers(set, "vmScaleSetName", extension).map((one) => one.at("type"));
    return some(
        [
            mustBeSet(set.at("virtualMachineProfile.networkProfile.healthProbe.id")),
            ...(list.isUnknown ? [undecided(list.path)] : []),
            ...[...list.items.map((one) => one.at("type")), ...added].map(tellsHealth),
        ],
        "nothing tells the health of its machines: no extension ApplicationHealthLinux and no networkProfile.healthProbe",
    );
}

function tellsHealth(type: Property): Verdict {
    return must(type, "an extension for health", () => healthTypes.includes(type.text?.toLowerCase() ?? ""));
}
