package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold when a virtual machine and what it needs are created. */
class ComputeRulesTest extends EstateDeployed {
    private static final String SIZE = "/properties/hardwareProfile/vmSize";
    private static final String OS = "/properties/osProfile";

    @TempDir
    Path other;

    private ObjectNode grace() {
        return grace(azure);
    }

    /** A second machine like the estate's, with an interface and a disk of its own. */
    private static ObjectNode grace(Azure azure) {
        azure.put(NIC + "-grace", without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress"));
        azure.put(DISK + "-grace", body(DISK));
        ObjectNode machine = with(body(MACHINE), "/properties/networkProfile/networkInterfaces/0/id", NIC + "-grace");
        machine = with(machine, "/properties/storageProfile/dataDisks/0/managedDisk/id", DISK + "-grace");
        return without(machine, "/properties/storageProfile/osDisk/name");
    }

    private String refusesGrace(int http, String code, String pointer, Object value) {
        return azure.refuses(http, code, MACHINE + "-grace", with(grace(), pointer, value));
    }

    private String refusesGraceWithout(int http, String code, String pointer) {
        return azure.refuses(http, code, MACHINE + "-grace", without(grace(), pointer));
    }

    @Test
    void aSecondMachineIsAccepted() {
        azure.put(MACHINE + "-grace", grace());
    }

    @Test
    void aSizeExists() {
        azure.delete(ALLOWED_SIZES);
        assertTrue(refusesGrace(400, "InvalidParameter", SIZE, "Standard_Huge_v9")
                .startsWith("The value Standard_Huge_v9 provided for the VM size is not valid."));
    }

    @Test
    void aSizeIsOfferedInTheRegion() {
        Azure without = Azure.inWorld(
                        other,
                        "westeurope: {offers: all, lacks: []}",
                        "westeurope: {offers: all, lacks: [Standard_D8s_v5]}")
                .withEstate();
        without.refuses(409, "SkuNotAvailable", MACHINE + "-grace", with(grace(without), SIZE, "Standard_D8s_v5"));
    }

    @Test
    void aMachineKeepsASizeThatIsNoLongerOffered() {
        Azure.empty(other).withEstate();
        String size = body(MACHINE).at(SIZE).textValue();
        Azure without = Azure.inWorld(
                other, "westeurope: {offers: all, lacks: []}", "westeurope: {offers: all, lacks: [" + size + "]}");
        without.put(MACHINE, with(body(MACHINE), "/tags/purpose", "same size"));
        without.refuses(409, "SkuNotAvailable", MACHINE + "-grace", with(grace(without), SIZE, size));
    }

    @Test
    void theAllowedSizesPolicyIsEnforced() {
        String text = refusesGrace(403, "RequestDisallowedByPolicy", SIZE, "Standard_D16s_v5");
        assertTrue(
                text.startsWith("Resource 'ada-grace' was disallowed by policy. Policy identifiers:"
                        + " '[{\"policyAssignment\":{\"name\":\"allowed-sizes\""),
                text);
        azure.put(ALLOWED_SIZES, with(body(ALLOWED_SIZES), "/properties/enforcementMode", "DoNotEnforce"));
        azure.put(MACHINE + "-grace", with(grace(), SIZE, "Standard_D16s_v5"));
    }

    @Test
    void theFamilysQuotaHolds() {
        Azure small = Azure.inWorld(
                        other, "standardDSv5Family: {limit: 400, used: 8}", "standardDSv5Family: {limit: 15, used: 8}")
                .withEstate();
        assertEquals(
                "Operation could not be completed as it results in exceeding approved standardDSv5Family Cores quota."
                    + " Additional details - Deployment Model: Resource Manager, Location: westeurope, Current Limit:"
                    + " 15, Current Usage: 12, Additional Required: 4, (Minimum) New Limit Required: 16. Submit a"
                    + " request for Quota increase at https://aka.ms/ProdportalCRP/ by specifying parameters listed in"
                    + " the 'Details' section for deployment to succeed. Please read more about quota limits at "
                    + "https://docs.microsoft.com/en-us/azure/azure-supportability/per-vm-quota-requests",
                small.refuses(409, "OperationNotAllowed", MACHINE + "-grace", grace(small)));
    }

    @Test
    void aFamilyWithoutQuotaHasNone() {
        Azure none = Azure.inWorld(
                        other,
                        "Standard NCASv3_T4 Family: {limit: 256, used: 0}",
                        "standard NDAMSv4_A100Family: {limit: 256, used: 0}")
                .withEstate();
        String text = none.refuses(
                409, "OperationNotAllowed", MACHINE + "-grace", with(grace(none), SIZE, "Standard_NC4as_T4_v3"));
        assertTrue(text.contains("approved Standard NCASv3_T4 Family Cores quota"), text);
        assertTrue(text.contains("Current Limit: 0, Current Usage: 0, Additional Required: 4"), text);
    }

    @Test
    void theRegionsQuotaHolds() {
        Azure small = Azure.inWorld(
                        other, "regionalCores: {limit: 1000, used: 8}", "regionalCores: {limit: 15, used: 8}")
                .withEstate();
        String text = small.refuses(409, "OperationNotAllowed", MACHINE + "-grace", grace(small));
        assertTrue(text.contains("approved Total Regional Cores quota"), text);
        assertTrue(text.contains("Current Limit: 15, Current Usage: 12"), text);
    }

    @Test
    void spotMachinesShareOneBucket() {
        Azure small = Azure.inWorld(
                        other, "lowPriorityCores: {limit: 100, used: 0}", "lowPriorityCores: {limit: 3, used: 0}")
                .withEstate();
        String text = small.refuses(
                409, "OperationNotAllowed", MACHINE + "-grace", with(grace(small), "/properties/priority", "Spot"));
        assertTrue(text.contains("approved LowPriority Cores quota"), text);
    }

    @Test
    void spotSettingsAreForSpotMachines() {
        refusesGrace(400, "InvalidParameter", "/properties/evictionPolicy", "Deallocate");
    }

    @Test
    void encryptionAtHostNeedsTheFeature() {
        Azure without =
                Azure.inWorld(other, "  - Microsoft.Compute/EncryptionAtHost", "  - Microsoft.Compute/SomethingElse");
        Estate.ORDER.stream().takeWhile(id -> !id.equals(MACHINE)).forEach(id -> without.put(id, body(id)));
        assertEquals(
                "The property 'securityProfile.encryptionAtHost' is not valid because the"
                        + " 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
                without.refuses(400, "InvalidParameter", MACHINE, body(MACHINE)));
    }

    @Test
    void theImageIsPublished() {
        refusesGrace(
                404,
                "GalleryImageNotFound",
                "/properties/storageProfile/imageReference/id",
                IMAGE + "/versions/2026.12.1");
        refusesGrace(
                404,
                "ImageNotFound",
                "/properties/storageProfile/imageReference/id",
                GALLERY + "/images/workstation-cuda/versions/2026.11.1");
    }

    @Test
    void theSecurityTypeMatchesTheImage() {
        assertEquals(
                "The Virtual Machine's security type does not match the image",
                refusesGraceWithout(400, "BadRequest", "/properties/securityProfile/securityType"));
        String plain = GALLERY + "/images/workstation-cuda";
        azure.put(plain, with(without(body(IMAGE), "/properties/features"), "/properties/identifier/sku", "cuda"));
        refusesGrace(400, "BadRequest", "/properties/storageProfile/imageReference/id", plain + "/versions/2026.11.1");
    }

    @Test
    void aGeneralizedImageIsSetUpAndASpecializedOneIsNot() {
        assertEquals(
                "Required parameter 'osProfile' is missing (null).", refusesGraceWithout(400, "InvalidParameter", OS));
        String ready = GALLERY + "/images/workstation-cuda";
        azure.put(ready, with(with(body(IMAGE), "/properties/osState", "Specialized"), "/properties/identifier/sku", "cuda"));
        ObjectNode asItIs = with(without(grace(), OS), "/properties/storageProfile/imageReference/id", ready + "/versions/2026.11.1");
        azure.put(MACHINE + "-grace", asItIs);
    }

    @Test
    void theSizeHasTrustedLaunch() {
        refusesGrace(400, "InvalidParameter", SIZE, "Standard_ND96asr_v4");
    }

    @Test
    void theSizeBootsTheImagesGeneration() {
        String old = GALLERY + "/images/workstation-cuda";
        azure.put(
                old,
                with(
                        with(without(body(IMAGE), "/properties/features"), "/properties/identifier/sku", "cuda"),
                        "/properties/hyperVGeneration",
                        "V1"));
        ObjectNode machine =
                with(without(grace(), "/properties/securityProfile/securityType"), SIZE, "Standard_NC96ads_A100_v4");
        azure.refuses(
                400,
                "InvalidParameter",
                MACHINE + "-grace",
                with(machine, "/properties/storageProfile/imageReference/id", old + "/versions/2026.11.1"));
    }

    @Test
    void identitiesExist() {
        refusesGrace(
                400,
                "FailedIdentityOperation",
                "/identity/userAssignedIdentities",
                json("{'" + IDENTITY + "-gone': {}}"));
        refusesGrace(400, "InvalidRequestContent", "/identity/type", "SystemAssigned");
    }

    @Test
    void theScaleSetExistsAndIsFlexible() {
        String path = "/properties/virtualMachineScaleSet/id";
        assertEquals(
                "The Virtual Machine Scale Set '" + SCALE_SET
                        + "-gone' referenced by the Virtual Machine does not exist.",
                refusesGrace(404, "NotFound", path, SCALE_SET + "-gone"));
        azure.put(
                SCALE_SET + "-uniform",
                json("{location: 'westeurope', sku: {name: 'Standard_D4s_v5', capacity: 0}, properties:"
                        + " {orchestrationMode: 'Uniform', virtualMachineProfile: {}}}"));
        refusesGrace(409, "OperationNotAllowed", path, SCALE_SET + "-uniform");
    }

    @Test
    void theScaleSetIsInTheMachinesGroupAndZone() {
        String group = SUBSCRIPTION + "/resourceGroups/other";
        azure.put(group, body(GROUP));
        String elsewhere = group + "/providers/Microsoft.Compute/virtualMachineScaleSets/cpu";
        azure.put(elsewhere, body(SCALE_SET));
        refusesGrace(400, "BadRequest", "/properties/virtualMachineScaleSet/id", elsewhere);
        refusesGrace(400, "BadRequest", "/zones", node("['1']"));
    }

    @Test
    void anAdminHasANameThatIsNotReserved() {
        refusesGrace(400, "InvalidParameter", OS + "/adminUsername", "root");
        refusesGraceWithout(400, "InvalidParameter", OS + "/adminUsername");
    }

    @Test
    void aComputerNameIsAHostName() {
        refusesGrace(400, "InvalidParameter", OS + "/computerName", "a".repeat(65));
        refusesGrace(400, "InvalidParameter", OS + "/computerName", "ada_lovelace");
    }

    @Test
    void withoutAPasswordThereIsAKey() {
        assertEquals(
                "Authentication using either SSH or by user name and password must be enabled in Linux profile.",
                refusesGraceWithout(400, "InvalidParameter", OS + "/linuxConfiguration/ssh"));
    }

    @Test
    void aKeyIsWellFormedAndInItsPlace() {
        refusesGrace(
                400,
                "InvalidParameter",
                OS + "/linuxConfiguration/ssh/publicKeys/0/path",
                "/home/somebody/.ssh/authorized_keys");
        refusesGrace(400, "InvalidParameter", OS + "/linuxConfiguration/ssh/publicKeys/0/keyData", "my key");
    }

    @Test
    void dataForTheMachineIsInBase64() {
        refusesGrace(400, "InvalidParameter", OS + "/customData", "#cloud-config");
        refusesGrace(400, "InvalidParameter", "/properties/userData", "{}");
    }

    @Test
    void aMachineHasAnInterfaceOfItsOwn() {
        String path = "/properties/networkProfile/networkInterfaces";
        refusesGraceWithout(400, "InvalidParameter", path);
        refusesGrace(400, "InvalidResourceReference", path + "/0/id", NIC + "-gone");
        refusesGrace(409, "NicInUse", path + "/0/id", NIC);
    }

    @Test
    void oneOfSeveralInterfacesIsPrimary() {
        String path = "/properties/networkProfile/networkInterfaces";
        ObjectNode machine = grace();
        azure.put(NIC + "-more", without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress"));
        ObjectNode two = with(machine, path + "/1", json("{id: '" + NIC + "-more', properties: {primary: false}}"));
        azure.refuses(400, "VirtualMachineMustHaveOneNetworkInterfaceAsPrimary", MACHINE + "-grace", two);
        azure.put(MACHINE + "-grace", with(two, path + "/0/properties/primary", true));
    }

    @Test
    void aSizeTakesSoManyInterfaces() {
        ObjectNode machine = grace();
        for (int i = 1; i < 3; i++) {
            azure.put(NIC + "-" + i, without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress"));
            machine = with(
                    machine,
                    "/properties/networkProfile/networkInterfaces/" + i,
                    json("{id: '" + NIC + "-" + i + "'}"));
        }
        ObjectNode three = with(machine, "/properties/networkProfile/networkInterfaces/0/properties/primary", true);
        azure.refuses(400, "NetworkInterfaceCountExceeded", MACHINE + "-grace", three);
    }

    @Test
    void theInterfacesOfAMachineAreInOneNetwork() {
        String network = id("Microsoft.Network/virtualNetworks/other");
        azure.put(
                network,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.50.0.0/16']},"
                        + " subnets: [{name: 'a', properties: {addressPrefix: '10.50.0.0/24'}}]}}"));
        azure.put(
                NIC + "-far",
                json("{location: 'westeurope', properties: {ipConfigurations: [{name: 'ip', properties: {subnet: {id: '"
                        + network + "/subnets/a'}}}]}}"));
        ObjectNode two =
                with(grace(), "/properties/networkProfile/networkInterfaces/1", json("{id: '" + NIC + "-far'}"));
        azure.refuses(
                400,
                "NetworkInterfacesInDifferentVnets",
                MACHINE + "-grace",
                with(two, "/properties/networkProfile/networkInterfaces/0/properties/primary", true));
    }

    @Test
    void aDiskExistsAndIsFree() {
        String path = "/properties/storageProfile/dataDisks/0";
        assertEquals(
                "Disk ada-home-gone is not found.",
                refusesGrace(404, "NotFound", path + "/managedDisk/id", DISK + "-gone"));
        assertEquals(
                "Disk '" + DISK + "' cannot be attached as the disk is already owned by VM '" + MACHINE + "'.",
                refusesGrace(409, "ConflictingUserInput", path + "/managedDisk/id", DISK));
        refusesGraceWithout(400, "InvalidParameter", path + "/managedDisk");
        refusesGrace(400, "InvalidParameter", path, json("{lun: 0, createOption: 'Empty'}"));
    }

    @Test
    void aDiskIsInTheMachinesRegionAndZone() {
        String path = "/properties/storageProfile/dataDisks/0/managedDisk/id";
        azure.put(DISK + "-north", with(body(DISK), "/location", "northeurope"));
        refusesGrace(400, "BadRequest", path, DISK + "-north");
        azure.put(DISK + "-zone", with(body(DISK), "/zones", node("['1']")));
        refusesGrace(400, "BadRequest", path, DISK + "-zone");
    }

    @Test
    void aSlotTakesOneDisk() {
        azure.put(DISK + "-more", body(DISK));
        ObjectNode more = json("{lun: 0, createOption: 'Attach', managedDisk: {id: '" + DISK + "-more'}}");
        assertEquals(
                "A disk at LUN 0 already exists.",
                refusesGrace(400, "InvalidParameter", "/properties/storageProfile/dataDisks/1", more));
        refusesGrace(400, "InvalidParameter", "/properties/storageProfile/dataDisks/0/lun", 64);
    }

    @Test
    void aSizeTakesSoManyDisks() {
        ObjectNode machine = grace();
        for (int i = 1; i < 9; i++) {
            azure.put(DISK + "-" + i, body(DISK));
            machine = with(
                    machine,
                    "/properties/storageProfile/dataDisks/" + i,
                    json("{lun: " + i + ", createOption: 'Attach', managedDisk: {id: '" + DISK + "-" + i + "'}}"));
        }
        assertEquals(
                "The maximum number of data disks allowed to be attached to a VM of this size is 8.",
                azure.refuses(409, "OperationNotAllowed", MACHINE + "-grace", machine));
    }

    @Test
    void anOsDiskIsNew() {
        refusesGrace(409, "ConflictingUserInput", "/properties/storageProfile/osDisk/name", "ada-os");
    }
}
