package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Managed disks. */
final class Disks {
    static final String TYPE = "Microsoft.Compute/disks";
    private static final String SIZE = "properties.diskSizeGB";
    private static final Set<String> SKUS = Set.of(
            "Standard_LRS",
            "Premium_LRS",
            "StandardSSD_LRS",
            "UltraSSD_LRS",
            "Premium_ZRS",
            "StandardSSD_ZRS",
            "PremiumV2_LRS");

    private Disks() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike("[A-Za-z0-9]([\\w.-]{0,78}\\w)?", "InvalidParameter", "The disk name {name} is invalid.")
                .regional()
                .checks(Disks::skuExists)
                .checks(Disks::sizeIsGiven)
                .checks(Disks::sizeIsInRange)
                .checks(Disks::onlyGrows)
                .checks(Disks::skuStaysWhileInUse)
                .checks(Disks::zonedSkuHasZone)
                .immutable("properties.creationData", "disk.creationData")
                .immutable("properties.osType", "disk.osType")
                .immutable("zones", "zones")
                .checksDelete(Disks::detached)
                .answers(Disks::answer);
    }

    /** InvalidParameter, 400; documented: schema enum. */
    private static void skuExists(Put put) throws ArmError {
        if (put.at("sku.name").text().filter(sku -> !SKUS.contains(sku)).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The value '%s' of parameter 'disk.sku.name' is not allowed."
                            .formatted(put.at("sku.name").text().get()));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void sizeIsGiven(Put put) throws ArmError {
        if (put.at("properties.creationData.createOption").is("Empty") && put.at(SIZE).absent()) {
            throw badRequest("InvalidParameter", "Required parameter 'disk.diskSizeGB' is missing (null).");
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void sizeIsInRange(Put put) throws ArmError {
        boolean ultra = put.at("sku.name").is("UltraSSD_LRS") || put.at("sku.name").is("PremiumV2_LRS");
        int most = ultra ? 65536 : 32767;
        if (put.at(SIZE).number().filter(size -> size < 1 || size > most).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    "The value of parameter disk.diskSizeGB is out of range: 1 to %d.".formatted(most));
        }
    }

    /** OperationNotAllowed, 409; from knowledge. */
    private static void onlyGrows(Put put) throws ArmError {
        Optional<Integer> before = put.existing().flatMap(disk -> disk.at(SIZE).number());
        if (before.isPresent() && put.at(SIZE).number().filter(size -> size < before.get()).isPresent()) {
            throw conflict(
                    "OperationNotAllowed",
                    "Disk %s of %d GB: the new size should be greater than existing size. Resizing down is not supported"
                            .formatted(put.id().name(), before.get()));
        }
    }

    /** OperationNotAllowed, 409; documented: azure-docs disks-convert-types (rule). */
    private static void skuStaysWhileInUse(Put put) throws ArmError {
        Optional<Resource> machine = machine(put.id(), put.inventory()).filter(VirtualMachines::isRunning);
        if (machine.isPresent() && put.changes("sku.name")) {
            throw conflict(
                    "OperationNotAllowed",
                    "The sku of disk %s cannot change while running virtual machine %s has it."
                            .formatted(put.id().name(), machine.get().id()));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void zonedSkuHasZone(Put put) throws ArmError {
        boolean zoned = put.at("sku.name").is("UltraSSD_LRS") || put.at("sku.name").is("PremiumV2_LRS");
        if (zoned && put.at("zones").empty()) {
            throw badRequest(
                    "InvalidParameter",
                    "A disk with sku %s needs a zone."
                            .formatted(put.at("sku.name").text().orElse("")));
        }
    }

    /** OperationNotAllowed, 409; from knowledge. */
    private static void detached(Resource disk, Inventory inventory) throws ArmError {
        Optional<Resource> machine = machine(disk.armId(), inventory);
        if (machine.isPresent()) {
            throw conflict(
                    "OperationNotAllowed",
                    "Disk %s is attached to VM %s."
                            .formatted(disk.armId().name(), machine.get().id()));
        }
    }

    /** The virtual machine that has a disk, as data or to boot from. */
    static Optional<Resource> machine(ArmId disk, Inventory inventory) {
        Stream<Resource> withData =
                inventory
                        .mentions(disk, VirtualMachines.TYPE, "properties.storageProfile.dataDisks[].managedDisk.id")
                        .stream()
                        .map(Inventory.Mention::by);
        Stream<Resource> booting = inventory.all(VirtualMachines.TYPE).stream().filter(machine -> OsDisks.id(machine).same(disk));
        return Stream.concat(withData, booting).findFirst();
    }

    private static void answer(Resource disk, Members body, Inventory inventory) {
        body.set("properties.uniqueId", Derived.guid(disk.armId(), "uniqueId"))
                .set("properties.timeCreated", disk.created())
                .set("properties.provisioningState", "Succeeded")
                .byDefault("sku.name", "Standard_LRS")
                .byDefault("properties.encryption.type", "EncryptionAtRestWithPlatformKey")
                .byDefault("properties.networkAccessPolicy", "AllowAll")
                .byDefault("properties.publicNetworkAccess", "Enabled");
        body.set("sku.tier", body.text("sku.name").replaceAll("(V2)?_.*|SSD.*", ""));
        disk.at(SIZE)
                .number()
                .ifPresent(size -> body.set("properties.diskSizeBytes", LongNode.valueOf((long) size << 30)));
        Optional<Resource> machine = machine(disk.armId(), inventory);
        machine.ifPresent(holder -> body.set("managedBy", holder.id()));
        body.set(
                "properties.diskState",
                machine.map(holder -> VirtualMachines.isRunning(holder) ? "Attached" : "Reserved")
                        .orElse("Unattached"));
    }
}
