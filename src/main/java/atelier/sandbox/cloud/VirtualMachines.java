package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;

/** Virtual machines: what must hold to create one, in the order of the parts of its body. */
final class VirtualMachines {
    static final String TYPE = "Microsoft.Compute/virtualMachines";
    static final String SIZE = "properties.hardwareProfile.vmSize";
    static final String USER_DATA = "properties.userData";
    /** In a machine's state: {@code running}, {@code stopped} or {@code deallocated}. */
    static final String POWER_STATE = "powerState";

    private VirtualMachines() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[A-Za-z0-9]([\\w.-]{0,62}\\w)?",
                        "InvalidParameter",
                        "The virtual machine name {name} is invalid.")
                .regional()
                .checks(Policies::allowedSizes)
                .checks(Identities::exist)
                .checks(put -> MachineSizes.offered(put, SIZE))
                .checks(MachineChanges::judge)
                .checks(MachineScaleSet::judge)
                .checks(MachineImage::judge)
                .checks(MachineOs::judge)
                .checks(MachineNetwork::judge)
                .checks(MachineDisks::judge)
                .checks(VirtualMachines::encryptionAtHostIsRegistered)
                .checks(VirtualMachines::spotIsConsistent)
                .checks(CoreQuota::judge)
                .digests("properties.osProfile.customData")
                .digests("properties.osProfile.adminPassword")
                .hides(USER_DATA)
                .onAccept((machine, inventory) -> machine.state().putIfAbsent(POWER_STATE, "running"))
                .onAccept(OsDisks::make)
                .onDelete(OsDisks::removeWithMachine)
                .answers(Identities::answer)
                .answers(VirtualMachines::answer);
    }

    static boolean isRunning(Resource machine) {
        return machine.state().getOrDefault(POWER_STATE, "running").equals("running");
    }

    /** The machine with a name, or of the workstation that the document in its user data names. */
    static Optional<Resource> named(String name, Inventory inventory) {
        List<Resource> machines = inventory.all(TYPE);
        return machines.stream().filter(machine -> machine.armId().name().equalsIgnoreCase(name)).findFirst()
                .or(() -> machines.stream().filter(machine -> isWorkstation(machine, name)).findFirst());
    }

    private static boolean isWorkstation(Resource machine, String name) {
        return machine.at(USER_DATA).text()
                .filter(data -> UserDocument.workstation(data).filter(name::equals).isPresent())
                .isPresent();
    }

    static boolean isPrimary(Resource machine, ArmId nic) {
        List<Value> interfaces = machine.body().each("properties.networkProfile.networkInterfaces[]");
        return interfaces.size() == 1
                || interfaces.stream()
                        .anyMatch(item -> item.at("id").is(nic.text())
                                && item.at("properties.primary").isTrue());
    }

    /** InvalidParameter, 400; documented: Azure-Samples/azuresandbox#73. */
    private static void encryptionAtHostIsRegistered(Put put) throws ArmError {
        String feature = "Microsoft.Compute/EncryptionAtHost";
        if (put.at("properties.securityProfile.encryptionAtHost").isTrue() && !put.world().hasFeature(feature)) {
            throw badRequest(
                    "InvalidParameter",
                    ("The property 'securityProfile.encryptionAtHost' is not valid because the '%s' feature is not "
                                    + "enabled for this subscription.")
                            .formatted(feature));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void spotIsConsistent(Put put) throws ArmError {
        boolean spotOnly = put.at("properties.evictionPolicy").known()
                || put.at("properties.billingProfile.maxPrice").known();
        if (spotOnly && put.at("properties.priority").isNot("Spot")) {
            throw badRequest(
                    "InvalidParameter",
                    "evictionPolicy and billingProfile are for virtual machines with priority Spot.");
        }
    }

    private static void answer(Resource machine, Members body, Inventory inventory) {
        body.set("properties.vmId", Derived.guid(machine.armId(), "vmId"))
                .set("properties.timeCreated", machine.created())
                .set("properties.provisioningState", "Succeeded");
        if (body.has("properties.storageProfile.osDisk")) {
            body.set("properties.storageProfile.osDisk.name", OsDisks.name(machine))
                    .set("properties.storageProfile.osDisk.managedDisk.id", OsDisks.id(machine).text())
                    .byDefault("properties.storageProfile.osDisk.osType", "Linux")
                    .byDefault("properties.storageProfile.osDisk.deleteOption", "Detach");
        }
        for (Members item : body.items("properties.storageProfile.dataDisks")) {
            answerDataDisk(item, inventory);
        }
    }

    private static void answerDataDisk(Members item, Inventory inventory) {
        Optional<Resource> disk = ArmId.parse(item.text("managedDisk.id")).flatMap(inventory::deployed);
        item.byDefault("toBeDetached", false).byDefault("deleteOption", "Detach");
        if (disk.isPresent()) {
            item.set("name", disk.get().armId().name());
            disk.get().at("properties.diskSizeGB").number().ifPresent(size -> item.set("diskSizeGB", size));
            disk.get().at("sku.name").text().ifPresent(sku -> item.set("managedDisk.storageAccountType", sku));
        }
    }
}
