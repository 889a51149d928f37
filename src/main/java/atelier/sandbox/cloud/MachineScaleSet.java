package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.Optional;

/** A virtual machine that is declared into a scale set: azure-docs virtual-machine-scale-sets-attach-detach-vm. */
final class MachineScaleSet {
    private static final String REFERENCE = "properties.virtualMachineScaleSet.id";
    private static final Reference EXISTS = Reference.anywhere(REFERENCE, ScaleSets.TYPE).orElse(MachineScaleSet::missing);

    private MachineScaleSet() {}

    static void judge(Put put) throws ArmError {
        EXISTS.judge(put);
        staysInItsSet(put);
        Optional<Resource> set = put.named(REFERENCE);
        if (set.isPresent()) {
            isFlexible(set.get());
            isBeside(put, set.get());
            zonesAgree(put, set.get());
            faultDomainIsFree(put, set.get());
            acceptsExisting(put, set.get());
        }
    }

    /** NotFound, 404; documented (text), the code is not certain. */
    private static ArmError missing(Put put, ArmId set) {
        return new ArmError(
                404,
                "NotFound",
                "The Virtual Machine Scale Set '%s' referenced by the Virtual Machine does not exist.".formatted(set));
    }

    /** PropertyChangeNotAllowed, 409: leaving one set for another takes two updates; documented. */
    private static void staysInItsSet(Put put) throws ArmError {
        boolean hadOne = put.existing().filter(before -> before.at(REFERENCE).known()).isPresent();
        if (hadOne
                && put.changes(REFERENCE)
                && !put.at(REFERENCE)
                        .is(put.existing().orElseThrow().at(REFERENCE).text().orElse(""))) {
            throw conflict("PropertyChangeNotAllowed", "Changing property 'virtualMachineScaleSet.id' is not allowed.");
        }
    }

    /** OperationNotAllowed, 409; documented. */
    private static void isFlexible(Resource set) throws ArmError {
        if (set.at("properties.orchestrationMode").isNot("Flexible")) {
            throw conflict(
                    "OperationNotAllowed",
                    ("This operation is not allowed because referenced Virtual Machine Scale Set '%s' does not have"
                                    + " orchestration mode set to 'Flexible'.")
                            .formatted(set.id()));
        }
    }

    /** BadRequest, 400; documented (rule), the code is not certain. */
    private static void isBeside(Put put, Resource set) throws ArmError {
        boolean otherGroup = !set.armId().resourceGroup().equals(put.id().resourceGroup())
                && !set.armId().resourceGroup().map(ArmId::key).equals(put.id().resourceGroup().map(ArmId::key));
        boolean otherRegion = !put.location().isEmpty() && !set.location().equals(put.location());
        if (otherGroup || otherRegion) {
            throw badRequest(
                    "BadRequest",
                    "Virtual machine %s and scale set %s must be in one resource group and one region."
                            .formatted(put.id(), set.id()));
        }
    }

    /** BadRequest, 400; documented (rule), the code from knowledge. */
    private static void zonesAgree(Put put, Resource set) throws ArmError {
        boolean zonalSet = !set.at("zones").empty();
        boolean zonalMachine = !put.at("zones").items().isEmpty();
        boolean outside = put.at("zones").items().stream()
                .flatMap(zone -> zone.text().stream())
                .anyMatch(zone -> set.at("zones").items().stream().noneMatch(other -> other.is(zone)));
        if (zonalMachine && (!zonalSet || outside) || zonalSet && put.at("zones").empty()) {
            throw badRequest(
                    "BadRequest",
                    "The zones of virtual machine %s and of scale set %s do not agree.".formatted(put.id(), set.id()));
        }
    }

    /** InvalidParameter, 400; documented: hashicorp/terraform-provider-azurerm#19074. */
    private static void faultDomainIsFree(Put put, Resource set) throws ArmError {
        if (put.at("properties.platformFaultDomain").known() && set.at("properties.singlePlacementGroup").isTrue()) {
            throw badRequest(
                    "InvalidParameter",
                    "Cannot set 'platformFaultDomain' on Virtual Machine because the Virtual Machine Scale Set that it"
                            + " references has 'singlePlacementGroup' = true");
        }
    }

    /** VmssDoesNotSupportAttachingExistingVMMultiFD and VmssDoesNotSupportAttachingWithSpg, 409; documented. */
    private static void acceptsExisting(Put put, Resource set) throws ArmError {
        boolean attaches = put.existing().filter(before -> !before.at(REFERENCE).known()).isPresent();
        if (attaches && set.at("properties.platformFaultDomainCount").number().filter(count -> count > 1).isPresent()) {
            throw conflict(
                    "VmssDoesNotSupportAttachingExistingVMMultiFD",
                    ("Referenced Virtual Machine Scale Set '%s' does not support attaching an existing Virtual Machine"
                        + " to it because the Virtual Machine Scale Set has more than 1 fault domains. For more"
                        + " information, see https://aka.ms/vmo/attachdetach.")
                            .formatted(set.id()));
        }
        if (attaches && !set.at("properties.singlePlacementGroup").isFalse()) {
            throw conflict(
                    "VmssDoesNotSupportAttachingWithSpg",
                    ("Virtual Machine Scale Set '%s' does not support attaching an existing Virtual Machine to it"
                        + " because the Virtual Machine Scale Set has single placement group set to true or does not"
                        + " have single placement group explicitly set to false. Please see"
                        + " https://aka.ms/vmo/attachdetach for more information.")
                            .formatted(set.id()));
        }
    }
}
