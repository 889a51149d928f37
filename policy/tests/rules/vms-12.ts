import { vms12 } from "../../src/rules/vms-12-pinned-image";
import { byAll, galleryId, imageId, onAll, soundMachines, withoutParts } from "../machines/declared";
import { Suite } from "../support/cases";
import { declare, hide, inOrder, set, unset } from "../support/plans";

const image = "storageProfile.imageReference";
const inGallery = "creationData.galleryImageReference.id";
const canonical = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" };
const noVersion = "names no exact version of an image in a gallery of your own";
const exactly = "it must be an exact version, as in 2026.11.1";

export const suite: Suite = {
    rule: vms12,
    sound: [
        ...soundMachines,
        declare("compute:Disk", "disk", {
            creationData: { createOption: "FromImage", galleryImageReference: { id: imageId("2026.11.3") } },
        }),
        declare("compute:Disk", "data", { creationData: { createOption: "Empty" } }),
    ],
    cases: [
        { name: "a version of a gallery", covers: "pass", reports: {} },
        {
            name: "latest of a gallery",
            covers: "fail",
            changes: { ...onAll((at) => set(at(`${image}.id`), imageId("latest"))), disk: set(inGallery, imageId("latest")) },
            reports: { ...byAll((at) => `${at(image)}.id ${noVersion}`), disk: [`${inGallery} ${noVersion}`] },
        },
        {
            name: "a disk of the latest of a gallery",
            covers: "fail",
            changes: {
                disk: inOrder(
                    unset("creationData.galleryImageReference"),
                    set("creationData.imageReference", { id: imageId("latest") }),
                ),
            },
            reports: { disk: [`creationData.imageReference.id ${noVersion}`] },
        },
        {
            name: "no version of a gallery",
            covers: "fail",
            changes: onAll((at) => set(at(`${image}.id`), `${galleryId("own")}/images/cpu`)),
            reports: byAll((at) => `${at(image)}.id ${noVersion}`),
        },
        {
            name: "something that is no gallery",
            covers: "fail",
            changes: onAll((at) =>
                set(at(`${image}.id`), "/subscriptions/0/resourceGroups/x/providers/Microsoft.Compute/images/golden"),
            ),
            reports: byAll((at) => `${at(image)}.id ${noVersion}`),
        },
        {
            name: "a gallery that strangers share",
            covers: "fail",
            changes: onAll((at) => set(at(image), { communityGalleryImageId: "/CommunityGalleries/x/Images/y/Versions/1.2.3" })),
            reports: byAll(
                (at) => `${at(image)}.communityGalleryImageId is set; it must not be`,
                (at) => `${at(image)}.publisher is not set; it must be set`,
                (at) => `${at(image)}.version is not set; ${exactly}`,
            ),
        },
        {
            name: "a gallery that the team has not named",
            covers: "fail",
            changes: { ...onAll((at) => set(at(`${image}.id`), imageId("1.2.3", "other"))), disk: "remove" },
            settings: { galleries: [galleryId("own")] },
            reports: byAll(
                (at) => `${at(image)}.id names the gallery ${galleryId("other")}; it is not among the parameter galleries`,
            ),
        },
        {
            name: "an exact version of the marketplace",
            covers: "pass",
            changes: {
                ...onAll((at) => set(at(image), { ...canonical, version: "24.04.202611010" })),
                disk: set("creationData", {
                    imageReference: {
                        id: "/Subscriptions/0/Providers/Microsoft.Compute/Locations/we/Publishers/C/ArtifactTypes/VMImage/Offers/o/Skus/s/Versions/1.2.3",
                    },
                }),
            },
            reports: {},
        },
        {
            name: "the latest of the marketplace",
            covers: "fail",
            changes: onAll((at) => set(at(image), { ...canonical, version: "Latest" })),
            reports: byAll((at) => `${at(image)}.version is "Latest"; ${exactly}`),
        },
        {
            name: "no version of the marketplace",
            covers: "absent",
            changes: onAll((at) => set(at(image), canonical)),
            reports: byAll((at) => `${at(image)}.version is not set; ${exactly}`),
        },
        {
            name: "no image",
            covers: "absent",
            changes: onAll((at) => unset(at(image))),
            reports: byAll(
                (at) => `${at(image)}.publisher is not set; it must be set`,
                (at) => `${at(image)}.version is not set; ${exactly}`,
            ),
        },
        {
            name: "no profile",
            covers: "parent absent",
            changes: withoutParts,
            reports: byAll(
                (at) => `${at(image)}.publisher is not set; it must be set`,
                (at) => `${at(image)}.version is not set; ${exactly}`,
            ),
        },
        {
            name: "the definition is not created yet: a preview leaves it to the update",
            covers: "unknown",
            changes: { ...onAll((at) => hide(at(`${image}.id`))), disk: hide(inGallery) },
            reports: {},
        },
        {
            name: "the update judges the id that the preview did not know",
            covers: "unknown",
            changes: onAll((at) => inOrder(hide(at(`${image}.id`)), set(at(`${image}.id`), imageId("latest")))),
            reports: byAll((at) => `${at(image)}.id ${noVersion}`),
        },
    ],
};
