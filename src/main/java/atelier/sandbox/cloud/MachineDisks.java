package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The disks of a virtual machine. */
final class MachineDisks {
    private static final String DISKS = "properties.storageProfile.dataDisks";
    private static final Reference EXISTS = Reference.anywhere(DISKS + "[].managedDisk.id", Disks.TYPE)
            .orElse((put, disk) -> new ArmError(404, "NotFound", "Disk %s is not found.".formatted(disk.name())));

    private MachineDisks() {}

    static void judge(Put put) throws ArmError {
        osDiskIsNew(put);
        slots(put);
        attachedDisksAreNamed(put);
        EXISTS.judge(put);
        disksFitTheMachine(put);
        withinTheSize(put);
        slotsKeepTheirDisk(put);
    }

    /** ConflictingUserInput, 409: a machine from an image makes its own disk; from knowledge. */
    private static void osDiskIsNew(Put put) throws ArmError {
        Optional<String> name = put.at("properties.storageProfile.osDisk.name").text();
        ArmId disk = new ArmId(
                put.id().resourceGroup().orElse(put.id()) + "/providers/" + Disks.TYPE + "/" + name.orElse(""));
        boolean fromImage = put.at("properties.storageProfile.osDisk.createOption").is("FromImage");
        if (put.creates() && !put.preview() && fromImage && name.isPresent() && put.inventory().deployed(disk).isPresent()) {
            throw conflict(
                    "ConflictingUserInput",
                    "Disk %s already exists in resource group %s. Only CreateOption.Attach is supported."
                            .formatted(
                                    disk.name(),
                                    disk.resourceGroup().map(ArmId::name).orElse("")));
        }
    }

    /** InvalidParameter, 400; documented: Azure/azure-sdk-for-go#678 and Azure/azure-cli#6965. */
    private static void slots(Put put) throws ArmError {
        Set<Integer> luns = new HashSet<>();
        for (Value disk : put.body().each(DISKS + "[]")) {
            Optional<Integer> lun = disk.at("lun").number();
            if (lun.filter(number -> number < 0 || number > 63).isPresent()) {
                throw badRequest("InvalidParameter", "The value of parameter dataDisk.lun is out of range.");
            }
            if (lun.isPresent() && !luns.add(lun.get())) {
                throw badRequest("InvalidParameter", "A disk at LUN %d already exists.".formatted(lun.get()));
            }
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void attachedDisksAreNamed(Put put) throws ArmError {
        for (Value disk : put.body().each(DISKS + "[]")) {
            if (disk.at("createOption").is("Attach") && disk.at("managedDisk.id").absent()) {
                throw badRequest("InvalidParameter", "Required parameter 'dataDisk.managedDisk.id' is missing (null).");
            }
            if (disk.at("createOption").is("Empty") && disk.at("diskSizeGB").absent()) {
                throw badRequest("InvalidParameter", "Required parameter 'dataDisk.diskSizeGB' is missing (null).");
            }
        }
    }

    private static void disksFitTheMachine(Put put) throws ArmError {
        for (Value reference : put.body().each(DISKS + "[].managedDisk.id")) {
            Optional<Resource> disk = put.named(reference);
            if (disk.isPresent()) {
                free(put, disk.get());
                inRegion(put, disk.get());
                inZone(put, disk.get());
            }
        }
    }

    /** ConflictingUserInput, 409; documented: Azure/aks-engine#1146. */
    private static void free(Put put, Resource disk) throws ArmError {
        Optional<Resource> owner = Disks.machine(disk.armId(), put.inventory());
        if (owner.filter(machine -> !machine.armId().same(put.id())).isPresent()) {
            throw conflict(
                    "ConflictingUserInput",
                    "Disk '%s' cannot be attached as the disk is already owned by VM '%s'."
                            .formatted(disk.id(), owner.get().id()));
        }
    }

    /** BadRequest, 400; from knowledge, the code is not certain. */
    private static void inRegion(Put put, Resource disk) throws ArmError {
        if (!put.location().isEmpty() && !disk.location().equals(put.location())) {
            throw badRequest(
                    "BadRequest",
                    "Disk %s is in another region than virtual machine %s.".formatted(disk.id(), put.id()));
        }
    }

    /** BadRequest, 400; documented: jenkins-infra/azure#1406. */
    private static void inZone(Put put, Resource disk) throws ArmError {
        List<String> mine = zones(put.at("zones"));
        List<String> its = zones(disk.at("zones"));
        boolean everywhere = disk.at("sku.name").text().filter(sku -> sku.endsWith("ZRS")).isPresent();
        boolean unsure = put.preview() && mine.isEmpty();
        if (!everywhere && !unsure && !mine.equals(its)) {
            throw badRequest(
                    "BadRequest",
                    ("Disk %s cannot be attached to the VM because it is not in the same zone as the VM. VM zone: '%s'. "
                                    + "Disk zone: '%s'.")
                            .formatted(disk.id(), String.join(",", mine), String.join(",", its)));
        }
    }

    private static List<String> zones(Value zones) {
        return zones.items().stream().flatMap(zone -> zone.text().stream()).toList();
    }

    /** OperationNotAllowed, 409; from knowledge. */
    private static void withinTheSize(Put put) throws ArmError {
        Optional<World.Size> size = MachineSizes.known(put.at(VirtualMachines.SIZE), put.world());
        int count = put.body().each(DISKS + "[]").size();
        if (size.filter(known -> count > known.dataDisks()).isPresent()) {
            throw conflict(
                    "OperationNotAllowed",
                    "The maximum number of data disks allowed to be attached to a VM of this size is %d."
                            .formatted(size.get().dataDisks()));
        }
    }

    /** PropertyChangeNotAllowed, 409; documented: Azure/azure-cli#15765. */
    private static void slotsKeepTheirDisk(Put put) throws ArmError {
        for (Value disk : put.body().each(DISKS + "[]")) {
            Optional<Value> before = put.existing().flatMap(machine -> machine.body().each(DISKS + "[]").stream()
                    .filter(other -> other.at("lun").number().isPresent()
                            && other.at("lun").number().equals(disk.at("lun").number()))
                    .findFirst());
            String path = "managedDisk.id";
            if (before.isPresent() && disk.at(path).text().filter(id -> !before.get().at(path).is(id)).isPresent()) {
                throw conflict(
                        "PropertyChangeNotAllowed", "Changing property 'dataDisk.managedDisk.id' is not allowed.");
            }
        }
    }
}
