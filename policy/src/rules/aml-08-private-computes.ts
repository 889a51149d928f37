import { mayOnlyBe, mustBe, mustBeSet } from "../conditions";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all, pass, undecided, Verdict } from "../verdict";

export const aml08 = resourceRule({
    id: "AML-08",
    slug: "private-computes",
    title: "Computes stand in a subnet of yours, without public addresses and without SSH from outside",
    why: "A node in Azure's own network has a public address, and nobody's security group is before it.",
    remediation:
        "Set properties.properties.subnet and enableNodePublicIp false; and remoteLoginPortPublicAccess Disabled (AmlCompute) or sshSettings.sshPublicAccess Disabled (ComputeInstance).",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet",
    references: {
        azurePolicy: ["7804b5c7-01dc-4723-969b-ae300cc07ff1"],
        mcsb: ["NS-2"],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000405"],
        kics: [],
    },
    subjects: [azure("machinelearningservices", "Compute")],
    judge: (compute) => {
        const type = compute.at("properties.computeType");
        if (type.isUnknown) {
            return undecided(type.path);
        }
        switch (type.text?.toLowerCase()) {
            case "amlcompute":
                return all(
                    inSubnet(compute),
                    mustBe(compute.at("properties.properties.remoteLoginPortPublicAccess"), "Disabled"),
                );
            case "computeinstance":
                // Azure's own default is Disabled: https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/computes
                return all(
                    inSubnet(compute),
                    mayOnlyBe(compute.at("properties.properties.sshSettings.sshPublicAccess"), "Disabled"),
                );
            case undefined:
                return inSubnet(compute);
            default:
                // Attached: it was made elsewhere, in a network that this resource does not choose.
                return pass;
        }
    },
});

function inSubnet(compute: Resource): Verdict {
    return all(
        mustBeSet(compute.at("properties.properties.subnet.id")),
        mustBe(compute.at("properties.properties.enableNodePublicIp"), false),
    );
}
