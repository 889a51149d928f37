package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.Optional;

/** Resource groups; deleting one deletes everything in it, as in Azure. */
final class ResourceGroups {
    private ResourceGroups() {}

    static ResourceType type() {
        return ResourceType.named(ArmId.RESOURCE_GROUP_TYPE)
                .nameLike(
                        "[-\\w._()]{0,89}[-\\w_()]",
                        "InvalidResourceGroupName",
                        "The provided resource group name '{name}' has invalid characters or ends with a period.")
                .checks(ResourceGroups::locationIsGiven)
                .checks(ResourceGroups::locationExists)
                .checks(ResourceGroups::locationStays)
                .answers((group, body, inventory) -> body.set("properties.provisioningState", "Succeeded"));
    }

    /** LocationRequired, 400; documented: common-deployment-errors (code). */
    private static void locationIsGiven(Put put) throws ArmError {
        if (put.at("location").absent()) {
            throw badRequest("LocationRequired", "The location property is required for this definition.");
        }
    }

    /** LocationNotAvailableForResourceGroup, 400; from knowledge. */
    private static void locationExists(Put put) throws ArmError {
        if (!put.location().isEmpty() && !put.world().regions().containsKey(put.location())) {
            throw badRequest(
                    "LocationNotAvailableForResourceGroup",
                    "The provided location '%s' is not available for resource group. List of available regions is '%s'."
                            .formatted(put.location(), String.join(",", put.world().regions().keySet())));
        }
    }

    /** InvalidResourceGroupLocation, 409; from knowledge. */
    private static void locationStays(Put put) throws ArmError {
        Optional<String> before = put.existing().map(Resource::location);
        if (before.isPresent() && !put.location().isEmpty() && !before.get().equals(put.location())) {
            throw conflict(
                    "InvalidResourceGroupLocation",
                    "Invalid resource group location '%s'. The Resource group already exists in location '%s'."
                            .formatted(put.location(), before.get()));
        }
    }
}
