package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Optional;

/** Virtual machine scale sets; the ones here are Flexible and have no profile: machines are declared into them one by one. */
final class ScaleSets {
    static final String TYPE = "Microsoft.Compute/virtualMachineScaleSets";
    private static final String MODE = "properties.orchestrationMode";
    private static final String PROFILE = "properties.virtualMachineProfile";
    private static final String FAULT_DOMAINS = "properties.platformFaultDomainCount";
    private static final String SINGLE_GROUP = "properties.singlePlacementGroup";
    private static final List<String> NEEDS_PROFILE = List.of(
            "upgradePolicy",
            "automaticRepairsPolicy",
            "scaleInPolicy",
            "overprovision",
            "priorityMixPolicy",
            "spotRestorePolicy",
            "constrainedMaximumCapacity");

    private ScaleSets() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[A-Za-z0-9]([\\w.-]{0,62}[\\w])?", "InvalidParameter", "The scale set name {name} is invalid.")
                .regional()
                .checks(Identities::exist)
                .immutable(MODE, "orchestrationMode")
                .immutable(FAULT_DOMAINS, "platformFaultDomainCount")
                .immutable("zones", "zones")
                .checks(ScaleSets::singleGroupStaysOff)
                .checks(ScaleSets::profileFitsMode)
                .checks(ScaleSets::skuNeedsProfile)
                .checks(ScaleSets::faultDomains)
                .checks(ScaleSets::flexibleHasNoSingleGroup)
                .checks(ScaleSets::flexibleIdentity)
                .checks(ScaleSets::nothingThatNeedsAProfile)
                .checks(ScaleSets::profileNamesItsApiVersion)
                .checks(put -> MachineSizes.offered(put, "sku.name"))
                .checks(CoreQuota::judge)
                .checksDelete(ScaleSets::empty)
                .answers(Identities::answer)
                .answers(ScaleSets::answer);
    }

    private static boolean flexible(Put put) {
        return put.at(MODE).is("Flexible");
    }

    /** PropertyChangeNotAllowed, 409, for false to true; from knowledge. */
    private static void singleGroupStaysOff(Put put) throws ArmError {
        boolean wasOff = put.existing().filter(before -> !before.at(SINGLE_GROUP).isTrue()).isPresent();
        if (wasOff && put.at(SINGLE_GROUP).isTrue()) {
            throw conflict("PropertyChangeNotAllowed", "Changing property 'singlePlacementGroup' is not allowed.");
        }
    }

    /** InvalidParameter, 400; documented: azure-docs virtual-machine-scale-sets-scaling-profile (rule). */
    private static void profileFitsMode(Put put) throws ArmError {
        if (put.at(MODE).isNot("Flexible") && put.at(PROFILE).absent()) {
            throw missing("virtualMachineProfile");
        }
    }

    /** InvalidParameter, 400: both or neither; documented: Azure/azure-cli#22016 (rule). */
    private static void skuNeedsProfile(Put put) throws ArmError {
        if (put.at("sku").known() && put.at(PROFILE).absent()) {
            throw notAllowed("sku");
        }
        if (put.at(PROFILE).known() && put.at("sku").absent()) {
            throw missing("sku");
        }
    }

    /**
     * InvalidParameter, 400: required (documented: Azure/azure-rest-api-specs#27029), 1 to 3 in a region and 1 in zones
     * (documented: Azure/azure-cli#11153).
     */
    private static void faultDomains(Put put) throws ArmError {
        Value count = put.at(FAULT_DOMAINS);
        if (flexible(put) && count.absent()) {
            throw missing("platformFaultDomainCount");
        }
        if (flexible(put) && count.number().filter(number -> number < 1 || number > 3).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The specified fault domain count %d must fall in the range 1 to 3."
                            .formatted(count.number().get()));
        }
        if (flexible(put)
                && !put.at("zones").items().isEmpty()
                && count.number().filter(number -> number > 1).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The value '%d' of parameter 'platformFaultDomainCount' is not allowed. Allowed values are '1'."
                            .formatted(count.number().get()));
        }
    }

    /** BadRequest, 400; documented: Azure/azure-rest-api-specs#10212. */
    private static void flexibleHasNoSingleGroup(Put put) throws ArmError {
        if (flexible(put) && put.at(SINGLE_GROUP).isTrue()) {
            throw badRequest(
                    "BadRequest",
                    ("Virtual Machine Scale Set %s with orchestrationMode as 'VirtualMachines' and"
                        + " singlePlacementGroup set to true can not be created as the preview feature has been"
                        + " retired starting with API version 2019-12-01.")
                            .formatted(put.id().name()));
        }
    }

    /** InvalidParameter, 400; documented: azure-docs orchestration-modes (rule). */
    private static void flexibleIdentity(Put put) throws ArmError {
        if (flexible(put)
                && put.at("identity.type")
                        .text()
                        .filter(type -> type.contains("SystemAssigned"))
                        .isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "Parameter 'identity.type' is not allowed for Virtual Machine Scale Sets with OrchestrationMode"
                            + " set to Flexible");
        }
    }

    /** InvalidParameter, 400; documented: MicrosoftDocs/azure-docs#95901 (text), the list from knowledge. */
    private static void nothingThatNeedsAProfile(Put put) throws ArmError {
        for (String name : NEEDS_PROFILE) {
            if (put.at("properties." + name).known() && put.at(PROFILE).absent()) {
                throw notAllowed(name);
            }
        }
    }

    /** InvalidParameter, 400; documented: Azure/azure-rest-api-specs#27029. */
    private static void profileNamesItsApiVersion(Put put) throws ArmError {
        if (flexible(put)
                && put.at(PROFILE).known()
                && put.at(PROFILE + ".networkProfile.networkApiVersion").absent()) {
            throw missing("networkProfile.networkApiVersion");
        }
    }

    /** OperationNotAllowed, 409: machines that were declared into it go first; from knowledge. */
    private static void empty(Resource set, Inventory inventory) throws ArmError {
        Optional<Inventory.Mention> machine =
                inventory.mentions(set.armId(), VirtualMachines.TYPE, "properties.virtualMachineScaleSet.id").stream()
                        .findFirst();
        if (machine.isPresent()) {
            throw conflict(
                    "OperationNotAllowed",
                    "Virtual Machine Scale Set '%s' cannot be deleted while virtual machine %s refers to it."
                            .formatted(set.armId().name(), machine.get().by().id()));
        }
    }

    private static ArmError missing(String name) {
        return badRequest("InvalidParameter", "Required parameter '%s' is missing (null).".formatted(name));
    }

    private static ArmError notAllowed(String name) {
        return badRequest("InvalidParameter", "Parameter '%s' is not allowed.".formatted(name));
    }

    private static void answer(Resource set, Members body, Inventory inventory) {
        body.set("properties.uniqueId", Derived.guid(set.armId(), "uniqueId"))
                .set("properties.timeCreated", set.created())
                .set("properties.provisioningState", "Succeeded")
                .byDefault(MODE, "Uniform");
        if (set.at(MODE).is("Flexible")) {
            body.byDefault(SINGLE_GROUP, false);
        }
        if (body.has("sku")) {
            body.byDefault("sku.tier", "Standard");
        }
    }
}
