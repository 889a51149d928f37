package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compute galleries and the image definitions in them. */
final class Galleries {
    static final String TYPE = "Microsoft.Compute/galleries";
    private static final List<String> FIXED =
            List.of("osType", "osState", "hyperVGeneration", "architecture", "identifier", "features");

    private Galleries() {}

    static Stream<ResourceType> types() {
        return Stream.of(gallery(), definition());
    }

    private static ResourceType gallery() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "(?![_.])[\\w.]{1,80}(?<![._])",
                        "InvalidParameter",
                        "The entity name 'galleryName' is invalid according to its validation rule:"
                                + " ^[^_\\W][\\w-._]{0,79}(?<![-.])$.")
                .regional()
                .checksDelete(Galleries::empty)
                .answers((gallery, body, inventory) -> body.set("properties.provisioningState", "Succeeded")
                        .set("properties.identifier.uniqueName", uniqueName(gallery)));
    }

    private static ResourceType definition() {
        ResourceType type = ResourceType.named(Images.DEFINITION_TYPE)
                .nameLike(
                        "[A-Za-z0-9]([\\w.-]{0,78}[A-Za-z0-9])?",
                        "InvalidParameter",
                        "The entity name 'galleryImageName' is invalid: {name}.")
                .regional();
        FIXED.forEach(name -> type.immutable("properties." + name, "galleryImage.properties." + name));
        return type.checks(Galleries::identifierIsUnique)
                .checks(Galleries::trustedLaunchNeedsGeneration2)
                .answers((definition, body, inventory) -> body.set("properties.provisioningState", "Succeeded")
                        .byDefault("properties.hyperVGeneration", "V1")
                        .byDefault("properties.architecture", "x64"));
    }

    private static String uniqueName(Resource gallery) {
        return gallery.armId().subscription().orElse("") + "-" + gallery.armId().name().toUpperCase(Locale.ROOT);
    }

    /** NestedResourcesExist, 409; from knowledge. Published versions go with their definition, as if Packer had removed them. */
    private static void empty(Resource gallery, Inventory inventory) throws ArmError {
        if (!inventory.below(gallery.armId()).isEmpty()) {
            throw conflict("NestedResourcesExist", "Can not delete resource before nested resources are deleted.");
        }
    }

    /** ConflictingUserInput, 409; from knowledge. */
    private static void identifierIsUnique(Put put) throws ArmError {
        for (Resource other : put.inventory().below(put.id().parent().orElseThrow())) {
            boolean same = Stream.of("publisher", "offer", "sku")
                    .map(name -> "properties.identifier." + name)
                    .allMatch(path -> put.at(path).text().filter(text -> other.at(path).is(text)).isPresent());
            if (same && !other.armId().same(put.id())) {
                throw conflict(
                        "ConflictingUserInput",
                        "The publisher, offer and sku of image definition %s are those of %s."
                                .formatted(put.id().name(), other.armId().name()));
            }
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void trustedLaunchNeedsGeneration2(Put put) throws ArmError {
        boolean trusted = put.body().each("properties.features[]").stream()
                .anyMatch(feature -> feature.at("name").is("SecurityType")
                        && feature.at("value").text().filter(value -> value.startsWith("TrustedLaunch")).isPresent());
        if (trusted && put.at("properties.hyperVGeneration").isNot("V2")) {
            throw badRequest("InvalidParameter", "The security type Trusted Launch needs hyperVGeneration V2.");
        }
    }
}
