import { vms04Age, vms04Dated } from "../../src/rules/vms-04-image";
import { byAll, imageId, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite, undecided } from "../support/cases";
import { declare, hide, inOrder, set, unset } from "../support/plans";

const image = "storageProfile.imageReference";
const renews = "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade";
const wanted = "a version must say when it was made, as in 2026.11.1";

const disk = declare("compute:Disk", "disk", {
    creationData: { createOption: "FromImage", galleryImageReference: { id: imageId("2026.11.3") } },
});
const data = declare("compute:Disk", "data", { creationData: { createOption: "Empty" } });

const canonical = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" };

export const dated: Suite = {
    rule: vms04Dated,
    sound: [...soundMachines, disk, data],
    cases: [
        { name: "dated", covers: "pass", reports: {} },
        {
            name: "a version that is no date",
            covers: "fail",
            changes: {
                ...onAll((at) => set(at(`${image}.id`), imageId("1.0.0"))),
                disk: set("creationData.galleryImageReference.id", imageId("1.0.0")),
            },
            reports: {
                ...byAll((at) => `${at(image)}.id names the version 1.0.0; ${wanted}`),
                disk: [`creationData.galleryImageReference.id names the version 1.0.0; ${wanted}`],
            },
        },
        {
            name: "a disk of an image that is no date",
            covers: "fail",
            changes: {
                disk: inOrder(
                    unset("creationData.galleryImageReference"),
                    set("creationData.imageReference", { id: imageId("1.0.0") }),
                ),
            },
            reports: { disk: [`creationData.imageReference.id names the version 1.0.0; ${wanted}`] },
        },
        {
            name: "a month that there is not",
            covers: "fail",
            changes: { machine: set(`${image}.id`, imageId("2026.13.1")) },
            reports: { machine: [`${image}.id names the version 2026.13.1; ${wanted}`] },
        },
        {
            name: "a month that is still to come",
            covers: "fail",
            changes: { machine: set(`${image}.id`, imageId("2026.12.1")) },
            reports: { machine: [`${image}.id names the version 2026.12.1, which lies in the future`] },
        },
        {
            name: "the day of the marketplace",
            covers: "pass",
            changes: { machine: set(image, { ...canonical, version: "24.04.202611010" }) },
            reports: {},
        },
        {
            name: "the latest of the marketplace",
            covers: "fail",
            changes: onAll((at) => set(at(image), { ...canonical, version: "latest" })),
            reports: byAll((at) => `${at(image)}.version names the version latest; ${wanted}`),
        },
        {
            name: "the latest, and the set renews itself",
            covers: "pass",
            changes: {
                set: inOrder(set(`virtualMachineProfile.${image}`, { ...canonical, version: "latest" }), set(renews, true)),
            },
            reports: {},
        },
        {
            name: "the latest, and nobody knows whether the set renews itself",
            covers: "unknown",
            changes: { set: inOrder(set(`virtualMachineProfile.${image}`, { ...canonical, version: "latest" }), hide(renews)) },
            reports: { set: [undecided(renews)] },
        },
        {
            name: "a single machine that says it renews itself",
            covers: "fail",
            changes: { machine: inOrder(set(`${image}.id`, imageId("1.0.0")), set(renews, true)) },
            reports: { machine: [`${image}.id names the version 1.0.0; ${wanted}`] },
        },
        {
            name: "another team's gallery without a version",
            covers: "absent",
            changes: { machine: set(image, { communityGalleryImageId: "/CommunityGalleries/x/Images/y" }) },
            reports: { machine: [`${image}.communityGalleryImageId names no version; ${wanted}`] },
        },
        {
            name: "no image",
            covers: "absent",
            changes: onAll((at) => unset(at(image))),
            reports: byAll((at) => `${at(image)}.version names no version; ${wanted}`),
        },
        {
            name: "no profile",
            covers: "parent absent",
            changes: withoutParts,
            reports: byAll((at) => `${at(image)}.version names no version; ${wanted}`),
        },
        {
            name: "the definition is not created yet: a preview leaves it to the update",
            covers: "unknown",
            changes: { ...onAll((at) => hide(at(`${image}.id`))), disk: hide("creationData.galleryImageReference.id") },
            reports: {},
        },
        {
            name: "the update judges the id that the preview did not know",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at(`${image}.id`)), set(at(`${image}.id`), imageId("2.1.0")))),
            reports: byAll((at) => `${at(image)}.id names the version 2.1.0; ${wanted}`),
        },
    ],
};

const late = "names the version 2026.9.2, which is 85 days old; it must be at most 30";

export const age: Suite = {
    rule: vms04Age,
    sound: [...soundMachines, disk, data],
    cases: [
        { name: "24 days old", covers: "pass", reports: {} },
        {
            name: "a disk of an old image",
            covers: "fail",
            changes: {
                disk: inOrder(
                    unset("creationData.galleryImageReference"),
                    set("creationData.imageReference", { id: imageId("2026.9.2") }),
                ),
            },
            reports: { disk: [`creationData.imageReference.id ${late}`] },
        },
        {
            name: "85 days old",
            covers: "fail",
            changes: {
                ...onAll((at) => set(at(`${image}.id`), imageId("2026.9.2"))),
                disk: set("creationData.galleryImageReference.id", imageId("2026.9.2")),
            },
            reports: { ...byAll((at) => `${at(image)}.id ${late}`), disk: [`creationData.galleryImageReference.id ${late}`] },
        },
        {
            name: "30 days old, to the day",
            covers: "pass",
            changes: { machine: set(image, { ...canonical, version: "24.04.202610260" }) },
            reports: {},
        },
        {
            name: "31 days old",
            covers: "fail",
            changes: { machine: set(image, { ...canonical, version: "24.04.202610250" }) },
            reports: {
                machine: [`${image}.version names the version 24.04.202610250, which is 31 days old; it must be at most 30`],
            },
        },
        {
            name: "older than the team wants",
            covers: "fail",
            changes: { set: set(renews, false), member: "remove", shell: "remove", disk: "remove", machine: "remove" },
            settings: { maximumDays: 20 },
            reports: {
                set: [
                    `virtualMachineProfile.${image}.id names the version 2026.11.1, which is 24 days old; it must be at most 20`,
                ],
            },
        },
        {
            name: "an old one that renews itself",
            covers: "pass",
            changes: { set: inOrder(set(`virtualMachineProfile.${image}.id`, imageId("2026.1.1")), set(renews, true)) },
            reports: {},
        },
        {
            name: "without a date, which the other rule judges",
            covers: "absent",
            changes: onAll((at) => set(at(`${image}.id`), imageId("1.0.0"))),
            reports: {},
        },
        { name: "no profile, which the other rule judges", covers: "parent absent", changes: withoutParts, reports: {} },
        {
            name: "the definition is not created yet: a preview leaves it to the update",
            covers: "unknown",
            changes: onAll((at) => hide(at(`${image}.id`))),
            reports: {},
        },
        {
            name: "the update judges the id that the preview did not know",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at(`${image}.id`)), set(at(`${image}.id`), imageId("2026.9.2")))),
            reports: byAll((at) => `${at(image)}.id ${late}`),
        },
    ],
};
