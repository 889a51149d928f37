package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What of a deployed machine, disk or scale set can change, and what cannot. */
class ComputeChangesTest extends EstateDeployed {
    private static final String SIZE = "/properties/hardwareProfile/vmSize";
    private static final String OS = "/properties/osProfile";

    private void stays(String name, String pointer, Object value) {
        assertEquals(
                "Changing property '" + name + "' is not allowed.",
                refusesChange(409, "PropertyChangeNotAllowed", MACHINE, pointer, value));
    }

    @Test
    void whatAMachineBootedWithStays() {
        stays("customData", OS + "/customData", "I290aGVy");
        stays("adminUsername", OS + "/adminUsername", "somebody");
        stays("computerName", OS + "/computerName", "grace");
        stays("linuxConfiguration.ssh.publicKeys", OS + "/linuxConfiguration/ssh/publicKeys/0/keyData", KEY + " other");
        stays(
                "linuxConfiguration.disablePasswordAuthentication",
                OS + "/linuxConfiguration/disablePasswordAuthentication",
                false);
        stays("imageReference", "/properties/storageProfile/imageReference/id", IMAGE);
        stays("osDisk.name", "/properties/storageProfile/osDisk/name", "other");
        stays("osDisk.createOption", "/properties/storageProfile/osDisk/createOption", "Attach");
        stays("osDisk.osType", "/properties/storageProfile/osDisk/osType", "Windows");
        stays("priority", "/properties/priority", "Spot");
        stays("zones", "/zones", node("['1']"));
        stays("securityProfile.securityType", "/properties/securityProfile/securityType", "Standard");
        assertEquals(
                "Changing property 'securityProfile.securityType' is not allowed.",
                refusesWithout(409, "PropertyChangeNotAllowed", MACHINE, "/properties/securityProfile/securityType"));
        assertEquals(
                "Changing property 'osProfile' is not allowed.",
                refusesWithout(409, "PropertyChangeNotAllowed", MACHINE, OS));
    }

    @Test
    void aMachineStaysInItsRegion() {
        refusesChange(409, "InvalidResourceLocation", MACHINE, "/location", "northeurope");
    }

    @Test
    void userDataTagsAndIdentitiesChange() {
        azure.put(MACHINE, with(body(MACHINE), "/properties/userData", "e30K"));
        azure.put(MACHINE, with(body(MACHINE), "/tags", json("{owner: 'ada'}")));
        azure.put(MACHINE, without(body(MACHINE), "/identity"));
        assertEquals("", azure.get(MACHINE).path("tags").path("owner").asText());
    }

    @Test
    void aSizeChangesWhenBothHaveATemporaryDiskOrNeither() {
        azure.put(MACHINE, with(body(MACHINE), SIZE, "Standard_D8s_v5"));
        assertEquals(
                "Unable to resize the VM 'ada' since changing from resource disk to non-resource disk VM size and"
                        + " vice-versa is not allowed. Please refer to https://aka.ms/AAah4sj for more details.",
                refusesChange(409, "OperationNotAllowed", MACHINE, SIZE, "Standard_NC4as_T4_v3"));
    }

    @Test
    void aMachineLeavesItsScaleSetAndJoinsOneButDoesNotChangeIt() {
        String path = "/properties/virtualMachineScaleSet";
        azure.put(SCALE_SET + "-b", with(body(SCALE_SET), "/properties/singlePlacementGroup", false));
        stays("virtualMachineScaleSet.id", path + "/id", SCALE_SET + "-b");
        azure.put(MACHINE, without(body(MACHINE), path));
        refusesChange(409, "VmssDoesNotSupportAttachingWithSpg", MACHINE, path + "/id", SCALE_SET);
        azure.put(SCALE_SET + "-c", with(body(SCALE_SET), "/properties/platformFaultDomainCount", 2));
        refusesChange(409, "VmssDoesNotSupportAttachingExistingVMMultiFD", MACHINE, path + "/id", SCALE_SET + "-c");
        azure.put(MACHINE, with(body(MACHINE), path + "/id", SCALE_SET + "-b"));
    }

    @Test
    void anInterfaceIsNotAddedWhileTheMachineRuns() {
        azure.put(NIC + "-more", without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress"));
        ObjectNode two =
                with(body(MACHINE), "/properties/networkProfile/networkInterfaces/1", json("{id: '" + NIC + "-more'}"));
        azure.refuses(
                409,
                "AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported",
                MACHINE,
                with(two, "/properties/networkProfile/networkInterfaces/0/properties/primary", true));
    }

    @Test
    void encryptionAtHostStaysWhileTheMachineRuns() {
        refusesChange(409, "OperationNotAllowed", MACHINE, "/properties/securityProfile/encryptionAtHost", false);
    }

    @Test
    void aSlotKeepsItsDiskAndCanBeEmptied() {
        azure.put(DISK + "-b", body(DISK));
        stays("dataDisk.managedDisk.id", "/properties/storageProfile/dataDisks/0/managedDisk/id", DISK + "-b");
        azure.put(MACHINE, with(body(MACHINE), "/properties/storageProfile/dataDisks", node("[]")));
        assertEquals("Unattached", azure.get(DISK).at("/properties/diskState").asText());
    }

    @Test
    void aDiskOnlyGrows() {
        azure.put(DISK, with(body(DISK), "/properties/diskSizeGB", 512));
        assertEquals(
                "Disk ada-home of 512 GB: the new size should be greater than existing size. Resizing down is not"
                        + " supported",
                azure.refuses(409, "OperationNotAllowed", DISK, body(DISK)));
    }

    @Test
    void aDiskKeepsItsSkuWhileARunningMachineHasIt() {
        refusesChange(409, "OperationNotAllowed", DISK, "/sku/name", "StandardSSD_LRS");
        azure.delete(MACHINE);
        azure.put(DISK, with(body(DISK), "/sku/name", "StandardSSD_LRS"));
    }

    @Test
    void aDiskKeepsWhatItWasMadeFrom() {
        refusesChange(409, "PropertyChangeNotAllowed", DISK, "/properties/creationData/createOption", "Upload");
        refusesChange(409, "PropertyChangeNotAllowed", DISK, "/zones", node("['1']"));
    }

    @Test
    void aScaleSetKeepsItsModeAndFaultDomains() {
        refusesChange(409, "PropertyChangeNotAllowed", SCALE_SET, "/properties/orchestrationMode", "Uniform");
        refusesChange(409, "PropertyChangeNotAllowed", SCALE_SET, "/properties/platformFaultDomainCount", 2);
        refusesChange(409, "PropertyChangeNotAllowed", SCALE_SET, "/properties/singlePlacementGroup", true);
    }

    @Test
    void anImageDefinitionStaysWhatItIs() {
        for (String name : new String[] {"osType", "osState", "hyperVGeneration", "architecture"}) {
            assertEquals(
                    "Changing property 'galleryImage.properties." + name + "' is not allowed.",
                    refusesChange(409, "PropertyChangeNotAllowed", IMAGE, "/properties/" + name, "Other"));
        }
        refusesChange(409, "PropertyChangeNotAllowed", IMAGE, "/properties/identifier/sku", "other");
        azure.put(IMAGE, with(body(IMAGE), "/properties/architecture", "x64"));
        azure.put(IMAGE, with(body(IMAGE), "/properties/description", "workstations"));
    }
}
