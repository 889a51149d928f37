import { each, mustBe, must, mustBeSet, mustNotBeSet } from "../conditions";
import { machinePart, machines } from "../machines/machine";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { Parameter, resourceRule } from "../rule";
import { all, pass, Verdict } from "../verdict";

const disk = azure("compute", "Disk");

const customerManagedKeys: Parameter<boolean> = {
    schema: { type: "boolean", description: "Whether disks must be encrypted with a key of your own." },
    default: false,
};

export const vms09 = resourceRule({
    id: "VMS-09",
    slug: "managed-private-disks",
    title: "Disks are managed and cannot be read over the Internet",
    why: "A disk that may be exported is copied with one link; a disk in a storage account belongs to whoever has its key.",
    remediation:
        "Use managed disks; set publicNetworkAccess to Disabled and networkAccessPolicy to DenyAll or AllowPrivate. With the parameter customerManagedKeys, set diskEncryptionSet, too.",
    severity: "medium",
    level: "advisory",
    url: "https://learn.microsoft.com/azure/virtual-machines/disks-enable-private-links-for-import-export-portal",
    references: {
        azurePolicy: [
            "702dd420-7fcc-42c5-afe8-4026edd20fe0",
            "8405fdab-1faf-48aa-b702-999c9c172094",
            "d461a302-a187-421a-89ac-84acdb4edc04",
            "ca91455f-eace-4f96-be59-e6e2c35b4816",
            "06a78e20-9358-41c9-923c-fb736d382a4d",
        ],
        mcsb: [],
        cis: ["3.0.0:8.3", "3.0.0:8.5"],
        checkov: ["CKV_AZURE_2", "CKV_AZURE_92", "CKV_AZURE_93", "CKV_AZURE_251"],
        trivy: ["AZU-0038"],
        psRule: ["AZR-000238"],
        kics: ["350f3955"],
    },
    subjects: [...machines, disk],
    parameters: { customerManagedKeys },
    judge: (resource, { settings }) =>
        disk.matches(resource.type)
            ? ofDisk(resource, settings.customerManagedKeys)
            : ofMachine(resource, settings.customerManagedKeys),
});

function ofDisk(resource: Resource, ownKey: boolean): Verdict {
    return all(
        mustBe(resource.at("publicNetworkAccess"), "Disabled"),
        must(resource.at("networkAccessPolicy"), "DenyAll or AllowPrivate", (policy) =>
            ["denyall", "allowprivate"].includes(String(policy).toLowerCase()),
        ),
        ownKey ? mustBeSet(resource.at("encryption.diskEncryptionSetId")) : pass,
    );
}

function ofMachine(machine: Resource, ownKey: boolean): Verdict {
    const system = machinePart(machine, "storageProfile.osDisk");
    return all(
        isManaged(system),
        ownKey && !system.isAbsent ? hasOwnKey(system) : pass,
        each(machinePart(machine, "storageProfile.dataDisks"), (data) =>
            // An attached disk is a resource with a key of its own.
            all(isManaged(data), ownKey && data.at("createOption").text?.toLowerCase() !== "attach" ? hasOwnKey(data) : pass),
        ),
    );
}

/** A disk is managed unless it names a blob: https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview */
function isManaged(place: Property): Verdict {
    return all(mustNotBeSet(place.at("vhd")), mustNotBeSet(place.at("vhdContainers")));
}

function hasOwnKey(place: Property): Verdict {
    return mustBeSet(place.at("managedDisk.diskEncryptionSet.id"));
}
