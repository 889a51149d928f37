package atelier.sandbox.cloud;

import java.util.Optional;

/** Where a resource may live. */
final class Locations {
    private static final String GLOBAL = "global";

    private Locations() {}

    static void regional(Put put) throws ArmError {
        required(put);
        unchanged(put);
        if (!put.location().isEmpty() && !put.world().regions().containsKey(put.location())) {
            throw unavailable(put, String.join(",", put.world().regions().keySet()));
        }
    }

    static void global(Put put) throws ArmError {
        required(put);
        if (put.at("location").isNot(GLOBAL)) {
            throw unavailable(put, GLOBAL);
        }
    }

    /** LocationRequired, 400; documented: common-deployment-errors. */
    private static void required(Put put) throws ArmError {
        if (put.at("location").absent()) {
            throw ArmError.badRequest("LocationRequired", "The location property is required for this definition.");
        }
    }

    /** InvalidResourceLocation, 409; documented: azure-docs error-storage-account-name. */
    private static void unchanged(Put put) throws ArmError {
        Optional<String> before = put.existing().map(Resource::location);
        if (before.isPresent() && !put.location().isEmpty() && !before.get().equals(put.location())) {
            throw ArmError.conflict(
                    "InvalidResourceLocation",
                    "The resource '" + put.id().name() + "' already exists in location '" + before.get()
                            + "' in resource group '"
                            + put.id().resourceGroup().map(ArmId::name).orElse("")
                            + "'. A resource with the same name cannot be created in location '"
                            + put.location() + "'. Please select a new resource name.");
        }
    }

    /** LocationNotAvailableForResourceType, 400; from knowledge. */
    private static ArmError unavailable(Put put, String offered) {
        return ArmError.badRequest(
                "LocationNotAvailableForResourceType",
                "The provided location '" + put.at("location").text().orElse("")
                        + "' is not available for resource type '" + put.type().name()
                        + "'. List of available regions for the resource type is '" + offered + "'.");
    }
}
