import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure, Selector } from "../plan/selector";
import { machinePart, machines } from "./machine";

const disk = azure("compute", "Disk");

/** Everything that is made from an image. */
export const imaged: readonly Selector[] = [...machines, disk];

/** Where an image may be unknown in a preview, because its definition is not created yet. */
export const imagePlaces: readonly string[] = [
    "storageProfile.imageReference",
    "virtualMachineProfile.storageProfile.imageReference",
    "creationData.imageReference",
    "creationData.galleryImageReference",
];

/** The images that a resource is made from: exactly one of a machine, at most one of a disk. */
export function imagesOf(resource: Resource): readonly Property[] {
    if (!disk.matches(resource.type)) {
        return [machinePart(resource, "storageProfile.imageReference")];
    }
    return ["imageReference", "galleryImageReference"]
        .map((key) => resource.at(`creationData.${key}`))
        .filter((reference) => !reference.isAbsent);
}

/** What names the image: an ARM id, or the version beside publisher, offer and SKU. */
export function imageName(image: Property): Property {
    const ids = ["id", "communityGalleryImageId", "sharedGalleryImageId"].map((key) => image.at(key));
    return ids.find((id) => !id.isAbsent) ?? image.at("version");
}

/** The version in the name, as in `2026.11.1` or `latest`; undefined when there is none. */
export function versionIn(name: string): string | undefined {
    return name.includes("/") ? /\/versions\/([^/]+)$/i.exec(name)?.[1] : name;
}

/**
 * When an image was made: the first of the month for `year.month.build`, the day for a build number that begins with one, as
 * Canonical's `24.04.202511010`. Undefined when the version does not say.
 */
export function dateOf(version: string): Date | undefined {
    const [, year, month, day = "01"] =
        /^(20\d\d)\.(0?[1-9]|1[0-2])\.\d+$/.exec(version) ??
        /^\d+\.\d+\.(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{0,2}$/.exec(version) ??
        [];
    return year === undefined ? undefined : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
