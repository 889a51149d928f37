package atelier.sandbox.cloud;

import java.util.Optional;

/** Whether a VM size exists and is offered where it is wanted. */
final class MachineSizes {
    private MachineSizes() {}

    static Optional<World.Size> known(Value size, World world) {
        return size.text().map(name -> world.sizes().get(name));
    }

    /**
     * InvalidParameter, 400, for a size that does not exist, from knowledge. SkuNotAvailable, 409, for one that the region does
     * not offer; documented: microsoft/PartsUnlimitedMRP#133. What has a size already keeps it when the offer ends.
     *
     * @param path where the size is in the body
     */
    static void offered(Put put, String path) throws ArmError {
        Value size = put.at(path);
        if (size.text().isEmpty() || !put.creates() && !put.changes(path)) {
            return;
        }
        String name = size.text().get();
        Region region = put.world().regions().get(put.location());
        if (!put.world().sizes().containsKey(name)) {
            String valid = region == null ? "" : String.join(", ", region.sizes().stream().sorted().toList());
            throw ArmError.badRequest(
                    "InvalidParameter",
                    "The value %s provided for the VM size is not valid. The valid sizes in the current region are: %s."
                            .formatted(name, valid));
        }
        if (region != null && !region.offers(name)) {
            throw ArmError.conflict(
                    "SkuNotAvailable",
                    ("The requested size for resource '%s' is currently not available in location '%s' zones '' for"
                        + " subscription '%s'. Please try another size or deploy to a different location or zones. See"
                        + " https://aka.ms/azureskunotavailable for details.")
                            .formatted(
                                    put.id(),
                                    put.location(),
                                    put.world().subscription().subscriptionId()));
        }
    }
}
