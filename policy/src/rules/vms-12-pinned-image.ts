import { decide, mustBeSet, mustNotBeSet } from "../conditions";
import { imaged, imagePlaces, imagesOf } from "../machines/image";
import { unlessShell } from "../machines/machine";
import { Property } from "../plan/property";
import { Parameter, resourceRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const version = String.raw`\d+\.\d+\.\d+`;
const galleryVersion = new RegExp(
    `^(/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Compute/galleries/[^/]+)/images/[^/]+/versions/${version}$`,
    "i",
);
/** The form in which a disk names an image of the marketplace. */
const marketplaceVersion = new RegExp(
    `/publishers/[^/]+/artifactTypes/VMImage/offers/[^/]+/skus/[^/]+/versions/${version}$`,
    "i",
);
const exact = new RegExp(`^${version}$`);

const galleries: Parameter<string[]> = {
    schema: {
        type: "array",
        items: {
            type: "string",
            pattern: "^/subscriptions/[^/]+/resource[gG]roups/[^/]+/providers/Microsoft\\.Compute/galleries/[^/]+$",
        },
        maxItems: 30,
        description:
            "Ids of the galleries that images may come from; none named is every gallery that is reached by its subscription.",
    },
    default: [],
};

export const vms12 = resourceRule({
    id: "VMS-12",
    slug: "pinned-image",
    title: "Machines boot a named version of an image from a gallery of your own, or of the marketplace",
    why: "What is called latest is another system tomorrow, and a stranger's image is whatever the stranger puts into it.",
    remediation:
        "Set storageProfile.imageReference.id to the id of a gallery image version, as in .../galleries/g/images/i/versions/2026.11.1; for a marketplace image, name the exact version.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries",
    references: {
        azurePolicy: [],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: imaged,
    parameters: { galleries },
    judgedAtUpdate: imagePlaces,
    judge: (resource, { settings }) =>
        unlessShell(resource, () => all(...imagesOf(resource).map((image) => mustBePinned(image, settings.galleries)))),
});

function mustBePinned(image: Property, galleries: readonly string[]): Verdict {
    if (image.isUnknown) {
        return undecided(image.path);
    }
    const id = image.at("id");
    return all(
        ...["communityGalleryImageId", "sharedGalleryImageId"].map((key) => mustNotBeSet(image.at(key))),
        id.isAbsent ? ofMarketplace(image) : ofGallery(id, galleries),
    );
}

function ofGallery(id: Property, galleries: readonly string[]): Verdict {
    return decide(id, () => {
        const text = id.text ?? "";
        const [, gallery] = galleryVersion.exec(text) ?? [];
        if (gallery === undefined) {
            return marketplaceVersion.test(text)
                ? pass
                : fail(`${id.path} names no exact version of an image in a gallery of your own`);
        }
        const isOwn = galleries.length === 0 || galleries.some((own) => own.toLowerCase() === gallery.toLowerCase());
        return isOwn ? pass : fail(`${id.path} names the gallery ${gallery}; it is not among the parameter galleries`);
    });
}

function ofMarketplace(image: Property): Verdict {
    const named = image.at("version");
    return all(
        mustBeSet(image.at("publisher")),
        decide(named, () =>
            exact.test(named.text ?? "")
                ? pass
                : fail(`${named.path} is ${named.shown}; it must be an exact version, as in 2026.11.1`),
        ),
    );
}
