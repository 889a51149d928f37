package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The order in which ARM lets go. */
class DeletionTest extends EstateDeployed {
    private boolean isThere(String id) {
        return azure.cloud().get(id).isPresent();
    }

    @Test
    void aNetworkInUseStays() {
        assertEquals(
                "Virtual network " + NETWORK + " cannot be deleted because subnet workstations is in use by " + NIC
                        + ".",
                azure.refusesDelete(400, "InUseVirtualNetworkCannotBeDeleted", NETWORK));
    }

    @Test
    void aSecurityGroupInUseStays() {
        assertEquals(
                "Network security group " + SECURITY_GROUP
                        + " cannot be deleted because it is in use by the following resources: " + WORKSTATIONS + ", "
                        + NIC
                        + ". In order to delete the Network security group, remove the association with the"
                        + " resource(s). To learn how to do this, see aka.ms/deletensg.",
                azure.refusesDelete(400, "InUseNetworkSecurityGroupCannotBeDeleted", SECURITY_GROUP));
    }

    @Test
    void anApplicationSecurityGroupInUseStays() {
        azure.refusesDelete(400, "InUseApplicationSecurityGroupCannotBeDeleted", APPLICATION_GROUP);
    }

    @Test
    void aNatGatewayInUseStays() {
        azure.refusesDelete(400, "InUseNatGatewayCannotBeDeleted", NAT);
    }

    @Test
    void aPublicAddressInUseStays() {
        assertTrue(azure.refusesDelete(400, "PublicIPAddressCannotBeDeleted", ADDRESS)
                .contains("still allocated to resource " + NIC + "/ipConfigurations/ip."));
        assertTrue(azure.refusesDelete(400, "PublicIPAddressCannotBeDeleted", NAT_ADDRESS)
                .contains("still allocated to resource " + NAT + "."));
        azure.refusesDelete(400, "PublicIPAddressCannotBeDeleted", BASTION_ADDRESS);
    }

    @Test
    void anInterfaceOfAMachineStays() {
        assertTrue(azure.refusesDelete(400, "NicInUse", NIC)
                .startsWith("Network Interface " + NIC + " is used by existing resource " + MACHINE + "."));
    }

    @Test
    void anInterfaceOfAPrivateEndpointStays() {
        azure.refusesDelete(
                400,
                "NicInUseWithPrivateEndpoint",
                azure.get(ENDPOINT).at("/properties/networkInterfaces/0/id").asText());
    }

    @Test
    void aDiskOfAMachineStays() {
        assertEquals(
                "Disk ada-home is attached to VM " + MACHINE + ".",
                azure.refusesDelete(409, "OperationNotAllowed", DISK));
        azure.refusesDelete(409, "OperationNotAllowed", id("Microsoft.Compute/disks/ada-os"));
    }

    @Test
    void aScaleSetWithMachinesStays() {
        azure.refusesDelete(409, "OperationNotAllowed", SCALE_SET);
    }

    @Test
    void aGalleryWithDefinitionsStays() {
        azure.refusesDelete(409, "NestedResourcesExist", GALLERY);
    }

    @Test
    void aZoneWithLinksStays() {
        azure.refusesDelete(409, "CannotDeleteResource", ZONE);
        azure.delete(LINK);
        azure.delete(ZONE);
        assertFalse(isThere(RECORD));
    }

    @Test
    void aRoleWithAssignmentsStays() {
        azure.refusesDelete(409, "RoleDefinitionHasAssignments", ROLE);
        azure.delete(ASSIGNMENT);
        azure.delete(ROLE);
    }

    @Test
    void aStorageServiceHasNoDelete() {
        azure.refusesDelete(405, "MethodNotAllowed", FILES);
    }

    @Test
    void anIdentityInUseCanGoWithItsCredentials() {
        azure.delete(IDENTITY);
        assertFalse(isThere(CREDENTIAL));
    }

    @Test
    void whatExtendsAResourceGoesWithIt() {
        azure.delete(WORKSPACE);
        assertFalse(isThere(ASSIGNMENT));
        assertFalse(isThere(CLUSTER));
    }

    @Test
    void aMachineTakesItsOsDiskAndLeavesItsDataDiskAndInterface() {
        azure.delete(MACHINE);
        assertFalse(isThere(id("Microsoft.Compute/disks/ada-os")));
        assertEquals("Unattached", azure.get(DISK).at("/properties/diskState").asText());
        assertTrue(azure.get(NIC).at("/properties/virtualMachine").isMissingNode());
    }

    @Test
    void aMachineTakesWhatItWasToldToDelete() {
        var all = with(body(MACHINE), "/properties/storageProfile/dataDisks/0/deleteOption", "Delete");
        azure.put(
                MACHINE, with(all, "/properties/networkProfile/networkInterfaces/0/properties/deleteOption", "Delete"));
        azure.delete(MACHINE);
        assertFalse(isThere(DISK));
        assertFalse(isThere(NIC));
    }

    @Test
    void anOsDiskThatIsToStayIsLeftBehind() {
        azure.put(MACHINE, with(body(MACHINE), "/properties/storageProfile/osDisk/deleteOption", "Detach"));
        azure.delete(MACHINE);
        assertTrue(isThere(id("Microsoft.Compute/disks/ada-os")));
    }

    @Test
    void aPrivateEndpointTakesItsInterface() {
        String nic = azure.get(ENDPOINT).at("/properties/networkInterfaces/0/id").asText();
        assertTrue(isThere(nic));
        azure.delete(ENDPOINT);
        assertFalse(isThere(nic));
        assertFalse(isThere(ZONE_GROUP));
    }

    @Test
    void aResourceGroupTakesEverything() {
        azure.delete(GROUP);
        azure.delete(BUDGET);
        assertEquals(json("{format: 1, resources: {}}"), json(azure.content()));
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        azure.delete(NETWORK + "-gone");
    }
}
