package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The disk that a virtual machine makes for itself from its image, and what stays of a machine's parts when it goes. */
final class OsDisks {
    private static final String OS_DISK = "properties.storageProfile.osDisk";

    private OsDisks() {}

    static String name(Resource machine) {
        return machine.at(OS_DISK + ".name")
                .text()
                .orElse(machine.armId().name() + "_OsDisk_1_" + Derived.hex(machine.armId(), "osDisk", 32));
    }

    static ArmId id(Resource machine) {
        Optional<String> given = machine.at(OS_DISK + ".managedDisk.id").text();
        return new ArmId(given.orElse(
                machine.armId().resourceGroup().orElseThrow() + "/providers/" + Disks.TYPE + "/" + name(machine)));
    }

    static void make(Resource machine, Inventory inventory) {
        if (inventory.deployed(id(machine)).isPresent() || !machine.at(OS_DISK + ".createOption").is("FromImage")) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("location", machine.location());
        Members members = new Members(body)
                .set("sku.name", machine.at(OS_DISK + ".managedDisk.storageAccountType").text().orElse("Premium_LRS"))
                .set("properties.creationData.createOption", "FromImage")
                .set("properties.osType", "Linux")
                .set("properties.diskSizeGB", machine.at(OS_DISK + ".diskSizeGB").number().orElse(64));
        inventory.keep(Resource.create(id(machine), Disks.TYPE, members.node(), Instant.parse(machine.created())));
    }

    /** What has the delete option Delete goes with the machine; everything else stays, detached. */
    static void removeWithMachine(Resource machine, Inventory inventory) {
        if (machine.at(OS_DISK + ".deleteOption").is("Delete")) {
            inventory.remove(id(machine));
        }
        for (Value disk : machine.body().each("properties.storageProfile.dataDisks[]")) {
            remove(disk.at("deleteOption"), disk.at("managedDisk.id"), inventory);
        }
        for (Value nic : machine.body().each("properties.networkProfile.networkInterfaces[]")) {
            remove(nic.at("properties.deleteOption"), nic.at("id"), inventory);
        }
    }

    private static void remove(Value option, Value id, Inventory inventory) {
        if (option.is("Delete")) {
            id.text().map(ArmId::new).ifPresent(inventory::remove);
        }
    }
}
