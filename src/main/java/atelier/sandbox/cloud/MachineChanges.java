package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What of a virtual machine can never change, and what cannot change while it runs. */
final class MachineChanges {
    /** PropertyChangeNotAllowed, 409: path in the body to the name in ARM's text; most are documented. */
    private static final Map<String, String> FIXED = fixed();

    private MachineChanges() {}

    private static Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put("properties.storageProfile.imageReference", "imageReference");
        fixed.put("properties.storageProfile.osDisk.createOption", "osDisk.createOption");
        fixed.put("properties.storageProfile.osDisk.osType", "osDisk.osType");
        fixed.put("properties.storageProfile.osDisk.name", "osDisk.name");
        fixed.put("properties.storageProfile.osDisk.diffDiskSettings", "osDisk.diffDiskSettings");
        fixed.put("properties.osProfile.adminUsername", "adminUsername");
        fixed.put("properties.osProfile.adminPassword", "adminPassword");
        fixed.put("properties.osProfile.computerName", "computerName");
        fixed.put("properties.osProfile.customData", "customData");
        fixed.put("properties.osProfile.linuxConfiguration.ssh.publicKeys", "linuxConfiguration.ssh.publicKeys");
        fixed.put(
                "properties.osProfile.linuxConfiguration.disablePasswordAuthentication",
                "linuxConfiguration.disablePasswordAuthentication");
        fixed.put("properties.availabilitySet.id", "availabilitySet.id");
        fixed.put("properties.platformFaultDomain", "platformFaultDomain");
        fixed.put("properties.priority", "priority");
        fixed.put("zones", "zones");
        return fixed;
    }

    static void judge(Put put) throws ArmError {
        if (put.creates()) {
            return;
        }
        for (Map.Entry<String, String> member : FIXED.entrySet()) {
            if (put.changes(member.getKey())) {
                throw notAllowed(member.getValue());
            }
        }
        securityTypeStays(put);
        temporaryDiskStays(put);
        encryptionStaysWhileRunning(put);
    }

    /** PropertyChangeNotAllowed, 409: Trusted Launch is one way; documented: Azure/azure-powershell#18204 (rule). */
    private static void securityTypeStays(Put put) throws ArmError {
        String path = "properties.securityProfile.securityType";
        Optional<String> before = put.existing().orElseThrow().at(path).text();
        if (before.isPresent() && put.at(path).isNot(before.get())) {
            throw notAllowed("securityProfile.securityType");
        }
    }

    /** OperationNotAllowed, 409; documented: MicrosoftDocs/azure-docs#76920 (text). */
    private static void temporaryDiskStays(Put put) throws ArmError {
        Optional<World.Size> before = MachineSizes.known(put.existing().orElseThrow().at(VirtualMachines.SIZE), put.world());
        Optional<World.Size> after = MachineSizes.known(put.at(VirtualMachines.SIZE), put.world());
        if (before.isPresent() && after.isPresent() && before.get().temporaryDisk() != after.get().temporaryDisk()) {
            throw conflict(
                    "OperationNotAllowed",
                    ("Unable to resize the VM '%s' since changing from resource disk to non-resource disk VM size and"
                        + " vice-versa is not allowed. Please refer to https://aka.ms/AAah4sj for more details.")
                            .formatted(put.id().name()));
        }
    }

    /** OperationNotAllowed, 409; from knowledge. */
    private static void encryptionStaysWhileRunning(Put put) throws ArmError {
        if (VirtualMachines.isRunning(put.existing().orElseThrow())
                && put.changes("properties.securityProfile.encryptionAtHost")) {
            throw conflict(
                    "OperationNotAllowed",
                    "securityProfile.encryptionAtHost of '%s' can change only while it is deallocated."
                            .formatted(put.id().name()));
        }
    }

    private static ArmError notAllowed(String name) {
        return conflict("PropertyChangeNotAllowed", "Changing property '%s' is not allowed.".formatted(name));
    }
}
