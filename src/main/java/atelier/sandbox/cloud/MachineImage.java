package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;

/** Whether the image of a virtual machine exists and whether image, size and security type go together. */
final class MachineImage {
    private static final String IMAGE = "properties.storageProfile.imageReference.id";
    private static final String SECURITY_TYPE = "properties.securityProfile.securityType";
    private static final String TRUSTED_LAUNCH = "TrustedLaunch";

    private MachineImage() {}

    static void judge(Put put) throws ArmError {
        sizeHasTrustedLaunch(put);
        Optional<ArmId> image = put.at(IMAGE).text().flatMap(ArmId::parse);
        if (image.isEmpty()) {
            return;
        }
        versionIsPublished(put, image.get());
        Optional<Resource> definition = put.inventory().deployed(definition(image.get()));
        if (definition.isEmpty() && !put.preview()) {
            throw new ArmError(404, "ImageNotFound", "The gallery image %s was not found.".formatted(image.get()));
        }
        if (definition.isPresent()) {
            sizeBoots(put, definition.get());
            securityTypesMatch(put, definition.get());
            aGeneralizedImageIsSetUp(put, definition.get());
        }
    }

    private static ArmId definition(ArmId image) {
        return image.isType(Images.VERSION_TYPE) ? image.parent().orElseThrow() : image;
    }

    /** GalleryImageNotFound, 404; documented: common-deployment-errors (code). */
    private static void versionIsPublished(Put put, ArmId image) throws ArmError {
        List<String> published = put.world().images().getOrDefault(definition(image).name(), List.of());
        boolean there = image.isType(Images.VERSION_TYPE) ? published.contains(image.name()) : !published.isEmpty();
        if (!there) {
            throw new ArmError(
                    404,
                    "GalleryImageNotFound",
                    ("The gallery image %s is not available in %s region. Please contact image owner to replicate to"
                                    + " this region, or change your requested region.")
                            .formatted(image, put.location()));
        }
    }

    /** InvalidParameter, 400; documented: azure-docs trusted-launch (rule). */
    private static void sizeHasTrustedLaunch(Put put) throws ArmError {
        Optional<World.Size> size = MachineSizes.known(put.at(VirtualMachines.SIZE), put.world());
        if (put.at(SECURITY_TYPE).is(TRUSTED_LAUNCH) && size.filter(known -> !known.trustedLaunch()).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The VM size '%s' is not supported for creation of VMs with 'TrustedLaunch' security type."
                            .formatted(size.get().name()));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void sizeBoots(Put put, Resource definition) throws ArmError {
        Optional<World.Size> size = MachineSizes.known(put.at(VirtualMachines.SIZE), put.world());
        int generation = definition.at("properties.hyperVGeneration").is("V2") ? 2 : 1;
        if (size.filter(known -> !known.generations().contains(generation)).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The selected VM size '%s' cannot boot with OS image or disk."
                            .formatted(size.get().name()));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void aGeneralizedImageIsSetUp(Put put, Resource definition) throws ArmError {
        if (put.creates() && put.at("properties.osProfile").absent() && definition.at("properties.osState").is("Generalized")) {
            throw badRequest("InvalidParameter", "Required parameter 'osProfile' is missing (null).");
        }
    }

    /** BadRequest, 400; documented: hashicorp/terraform-provider-azurerm#23148. */
    private static void securityTypesMatch(Put put, Resource definition) throws ArmError {
        String offered = definition.body().each("properties.features[]").stream()
                .filter(feature -> feature.at("name").is("SecurityType"))
                .flatMap(feature -> feature.at("value").text().stream())
                .findFirst()
                .orElse("Standard");
        boolean trusted = put.at(SECURITY_TYPE).is(TRUSTED_LAUNCH);
        boolean plain = put.at(SECURITY_TYPE).isNot(TRUSTED_LAUNCH);
        if (plain && offered.equals(TRUSTED_LAUNCH) || trusted && !offered.contains(TRUSTED_LAUNCH)) {
            throw badRequest("BadRequest", "The Virtual Machine's security type does not match the image");
        }
    }
}
