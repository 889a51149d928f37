package atelier.sandbox.cloud;

import java.util.Optional;

/**
 * A member that names other resources: they must exist, have the right type and, unless said otherwise, be in the region.
 *
 * @param path where the ids are, with {@code []} for all items and {@code {}} for all names
 * @param type what they must be
 * @param sameRegion whether one in another region counts as missing
 * @param missing ARM's answer when one is not there
 */
record Reference(String path, String type, boolean sameRegion, Missing missing) implements Rule {

    /** How a resource provider says that a reference leads nowhere. */
    @FunctionalInterface
    interface Missing {
        ArmError error(Put put, ArmId reference);
    }

    /** The network and compute providers' way. */
    static Reference inRegion(String path, String type) {
        return new Reference(path, type, true, Reference::invalid);
    }

    static Reference anywhere(String path, String type) {
        return new Reference(path, type, false, Reference::invalid);
    }

    /** The same reference with another answer. */
    Reference orElse(Missing other) {
        return new Reference(path, type, sameRegion, other);
    }

    @Override
    public void judge(Put put) throws ArmError {
        for (Value value : put.body().each(path)) {
            if (value.text().isPresent()) {
                judge(put, value);
            }
        }
    }

    private void judge(Put put, Value value) throws ArmError {
        String text = value.text().orElseThrow();
        ArmId id = ArmId.parse(text).orElseThrow(() -> malformed(put, value, text));
        Optional<Resource> target = put.inventory().find(id).filter(found -> found.armId().isType(type));
        if (target.isEmpty() && !put.preview() || target.filter(found -> elsewhere(put, found)).isPresent()) {
            throw missing.error(put, id);
        }
    }

    private boolean elsewhere(Put put, Resource target) {
        return sameRegion
                && !put.location().isEmpty()
                && !target.location().isEmpty()
                && !target.location().equals(put.location());
    }

    /** LinkedInvalidPropertyId, 400; documented: common-deployment-errors (code). */
    private static ArmError malformed(Put put, Value value, String text) {
        return ArmError.badRequest(
                "LinkedInvalidPropertyId",
                "Property id '" + text + "' at path '" + value.path()
                        + "' is invalid. Expect fully qualified resource Id that start with"
                        + " '/subscriptions/{subscriptionId}' or '/providers/"
                        + put.id().namespace() + "/'.");
    }

    /** InvalidResourceReference, 400; documented: issue Azure/azure-quickstart-templates#5878. */
    private static ArmError invalid(Put put, ArmId reference) {
        return ArmError.badRequest(
                "InvalidResourceReference",
                "Resource " + reference + " referenced by resource " + put.id()
                        + " was not found. Please make sure that the referenced resource exists, and that both"
                        + " resources are in the same region.");
    }
}
