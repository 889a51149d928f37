import { decide, mustBe } from "../conditions";
import { dateOf, imageName, imagePlaces, imagesOf, imaged, versionIn } from "../machines/image";
import { scaleSet, unlessShell } from "../machines/machine";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { Metadata, Parameter, resourceRule } from "../rule";
import { all, fail, pass, passes, Verdict } from "../verdict";

const about: Pick<Metadata, "id" | "severity" | "url" | "references"> = {
    id: "VMS-04",
    severity: "medium",
    url: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade",
    references: {
        azurePolicy: ["465f0161-0087-490a-9ad9-ad6217f4f43a", "f110a506-2dcb-422e-bcea-d533fc8c35e2"],
        mcsb: ["PV-2"],
        cis: [],
        checkov: ["CKV_AZURE_95"],
        trivy: [],
        psRule: ["AZR-000247"],
        kics: [],
    },
};

export const vms04Dated = resourceRule({
    ...about,
    slug: "dated-image",
    title: "Machines renew their image by themselves, or its version says when it was made",
    why: "Nobody notices how old an image has become that does not say so.",
    remediation:
        "Name image versions year.month.build, as in 2026.11.1; for a scale set " +
        "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade will do.",
    level: "mandatory",
    subjects: imaged,
    judgedAtUpdate: imagePlaces,
    judge: (resource, { now }) =>
        unlessShell(resource, () => unlessRenewed(resource, all(...imagesOf(resource).map((image) => dated(image, now))))),
});

const maximumDays: Parameter<number> = {
    schema: { type: "integer", minimum: 1, maximum: 90, description: "Days after which an image is old." },
    default: 30,
};

export const vms04Age = resourceRule({
    ...about,
    slug: "image-age",
    title: "Images are at most 30 days old",
    why: "An old image boots with every hole that has been found since.",
    remediation: "Bake a new image and name its version. How many days are allowed is the parameter maximumDays.",
    level: "advisory",
    subjects: imaged,
    parameters: { maximumDays },
    judgedAtUpdate: imagePlaces,
    judge: (resource, { now, settings }) =>
        unlessShell(resource, () =>
            unlessRenewed(resource, all(...imagesOf(resource).map((image) => young(image, now, settings.maximumDays)))),
        ),
});

/** Only scale sets renew images by themselves. */
function unlessRenewed(resource: Resource, verdict: Verdict): Verdict {
    if (!scaleSet.matches(resource.type) || passes(verdict)) {
        return verdict;
    }
    const renewed = mustBe(resource.at("upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade"), true);
    return renewed.failures.length > 0 ? verdict : renewed;
}

function dated(image: Property, now: Date): Verdict {
    const name = imageName(image);
    return decide(name, () => {
        const version = versionIn(name.text ?? "");
        const date = dateOf(version ?? "");
        if (date === undefined) {
            return fail(`${name.path} names ${shown(version)}; a version must say when it was made, as in 2026.11.1`);
        }
        return date > now ? fail(`${name.path} names ${shown(version)}, which lies in the future`) : pass;
    });
}

function young(image: Property, now: Date, allowed: number): Verdict {
    const name = imageName(image);
    return decide(name, () => {
        const version = versionIn(name.text ?? "");
        const date = dateOf(version ?? "");
        // An image without a date is the other rule's subject.
        const days = date === undefined ? 0 : Math.floor((now.getTime() - date.getTime()) / millisecondsPerDay);
        return days > allowed
            ? fail(`${name.path} names ${shown(version)}, which is ${days} days old; it must be at most ${allowed}`)
            : pass;
    });
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;

function shown(version: string | undefined): string {
    return version === undefined || version === "" ? "no version" : `the version ${version}`;
}
