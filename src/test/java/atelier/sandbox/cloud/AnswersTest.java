package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Azure computes. */
class AnswersTest extends EstateDeployed {
    @TempDir
    Path other;

    private String text(String id, String pointer) {
        JsonNode found = azure.get(id).at(pointer);
        return found.isMissingNode() ? "(absent)" : found.asText();
    }

    @Test
    void everyAnswerHasIdNameAndType() {
        for (String id : ORDER) {
            ObjectNode body = azure.get(id);
            assertEquals(id, body.path("id").asText());
            assertEquals(id.substring(id.lastIndexOf('/') + 1), body.path("name").asText());
            assertTrue(new ArmId(id).isType(body.path("type").asText()), body.path("type").asText());
        }
    }

    @Test
    void idsCompareWithoutRegardToCase() {
        assertEquals(azure.get(NETWORK), azure.get(NETWORK.toUpperCase(Locale.ROOT)));
        azure.put(GROUP.replace("resourceGroups", "resourcegroups"), body(GROUP));
        assertEquals(GROUP, text(GROUP, "/id"));
        assertEquals(
                INSIGHTS,
                azure.put(INSIGHTS.replace("microsoft.insights", "Microsoft.Insights"), body(INSIGHTS))
                        .path("id")
                        .asText());
    }

    @Test
    void anotherCloudAnswersTheSame() {
        Azure again = Azure.empty(other).withEstate();
        ORDER.forEach(id -> assertEquals(azure.get(id), again.get(id)));
    }

    @Test
    void readingTwiceAnswersTheSame() {
        ORDER.forEach(id -> assertEquals(azure.get(id), azure.get(id)));
    }

    @Test
    void anIdentityIsAPrincipalOfTheTenant() {
        assertEquals(TENANT, text(IDENTITY, "/properties/tenantId"));
        assertTrue(text(IDENTITY, "/properties/principalId").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        JsonNode assigned = azure.get(MACHINE).at("/identity/userAssignedIdentities").path(IDENTITY);
        assertEquals(text(IDENTITY, "/properties/principalId"), assigned.path("principalId").asText());
        assertEquals(text(IDENTITY, "/properties/clientId"), assigned.path("clientId").asText());
        assertFalse(text(WORKFLOW, "/identity/principalId").equals(text(IDENTITY, "/properties/principalId")));
    }

    @Test
    void publicAddressesComeFromTheRangesForDocumentationAndAreUnique() {
        Set<String> addresses = new HashSet<>();
        for (String id : new String[] {ADDRESS, NAT_ADDRESS, BASTION_ADDRESS}) {
            String address = text(id, "/properties/ipAddress");
            assertTrue(address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]+"), address);
            addresses.add(address);
        }
        assertEquals(3, addresses.size());
        assertEquals("team-ada.westeurope.cloudapp.azure.com", text(ADDRESS, "/properties/dnsSettings/fqdn"));
        assertEquals(NIC + "/ipConfigurations/ip", text(ADDRESS, "/properties/ipConfiguration/id"));
    }

    @Test
    void anInterfaceHasTheLowestFreeAddressForLife() {
        String address = "/properties/ipConfigurations/0/properties/privateIPAddress";
        assertEquals("10.42.0.4", text(NIC, address));
        ObjectNode plain = without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress");
        azure.put(NIC + "-b", plain);
        azure.put(NIC + "-c", plain);
        assertEquals("10.42.0.6", text(NIC + "-c", address));
        azure.delete(NIC + "-b");
        azure.put(NIC + "-c", with(plain, "/tags", json("{a: 'b'}")));
        assertEquals("10.42.0.6", text(NIC + "-c", address));
        azure.put(NIC + "-d", plain);
        assertEquals("10.42.0.5", text(NIC + "-d", address));
    }

    @Test
    void anInterfaceMovesToAnAddressOfItsNewSubnet() {
        azure.put(
                NIC,
                with(body(NIC), "/properties/ipConfigurations/0/properties/subnet/id", NETWORK + "/subnets/spare"));
        assertEquals("10.42.3.4", text(NIC, "/properties/ipConfigurations/0/properties/privateIPAddress"));
    }

    @Test
    void aNetworkNamesItsSubnets() {
        assertEquals(WORKSTATIONS, text(NETWORK, "/properties/subnets/0/id"));
        assertEquals("10.42.0.0/24", azure.get(WORKSTATIONS).at("/properties/addressPrefix").asText());
        assertTrue(azure.cloud().get(NETWORK + "/subnets/gone").isEmpty());
    }

    @Test
    void aSecurityGroupHasSixDefaultRulesAndItsUsers() {
        assertEquals(6, azure.get(SECURITY_GROUP).at("/properties/defaultSecurityRules").size());
        assertEquals("AllowVnetInBound", text(SECURITY_GROUP, "/properties/defaultSecurityRules/0/name"));
        assertEquals(SECURITY_GROUP + "/securityRules/https", text(SECURITY_GROUP, "/properties/securityRules/0/id"));
        assertEquals(WORKSTATIONS, text(SECURITY_GROUP, "/properties/subnets/0/id"));
        assertEquals(NIC, text(SECURITY_GROUP, "/properties/networkInterfaces/0/id"));
    }

    @Test
    void onlyAnUpdateOfTheResourceItselfChangesItsEtag() {
        String before = text(SECURITY_GROUP, "/etag");
        azure.put(NIC, body(NIC));
        assertEquals(before, text(SECURITY_GROUP, "/etag"));
        azure.put(SECURITY_GROUP, body(SECURITY_GROUP));
        assertFalse(before.equals(text(SECURITY_GROUP, "/etag")));
    }

    @Test
    void servicesHaveTheirAddresses() {
        assertEquals("https://kv-team.vault.azure.net/", text(VAULT, "/properties/vaultUri"));
        assertEquals("crteam.azurecr.io", text(REGISTRY, "/properties/loginServer"));
        assertEquals("https://stteam.file.core.windows.net/", text(ACCOUNT, "/properties/primaryEndpoints/file"));
        assertEquals("https://stteam.blob.core.windows.net/", text(ACCOUNT, "/properties/primaryEndpoints/blob"));
        assertEquals("https://westeurope.api.azureml.ms/discovery", text(WORKSPACE, "/properties/discoveryUrl"));
        assertEquals("kv.privatelink.vaultcore.azure.net.", text(RECORD, "/properties/fqdn"));
        assertTrue(text(BASTION, "/properties/dnsName").endsWith(".bastion.azure.com"));
    }

    @Test
    void anInstrumentationKeyOpensNothing() {
        assertEquals("00000000-0000-0000-0000-000000000000", text(INSIGHTS, "/properties/InstrumentationKey"));
    }

    @Test
    void aMachineAnswersNeitherItsDataNorItsState() {
        JsonNode properties = azure.get(MACHINE).path("properties");
        assertTrue(properties.at("/osProfile/customData").isMissingNode());
        assertTrue(properties.path("userData").isMissingNode());
        assertTrue(properties.path("powerState").isMissingNode());
        assertEquals("2026-11-24T08:00:00Z", properties.path("timeCreated").asText());
        assertEquals(256, properties.at("/storageProfile/dataDisks/0/diskSizeGB").asInt());
        assertEquals("ada-home", properties.at("/storageProfile/dataDisks/0/name").asText());
    }

    @Test
    void theStoreKeepsAMachinesPowerStateAndOnlyADigestOfItsCustomData() {
        assertTrue(azure.content().contains("\"powerState\" : \"running\""));
        assertFalse(azure.content().contains("I2Nsb3Vk"));
        assertTrue(azure.content().contains("\"customData\" : \"sha256:"));
    }

    @Test
    void aDiskKnowsItsMachine() {
        assertEquals(MACHINE, text(DISK, "/managedBy"));
        assertEquals("Attached", text(DISK, "/properties/diskState"));
        assertEquals("274877906944", text(DISK, "/properties/diskSizeBytes"));
        assertEquals("Premium", text(DISK, "/sku/tier"));
        assertEquals(MACHINE, text(NIC, "/properties/virtualMachine/id"));
    }

    @Test
    void aPeeringIsInitiatedUntilTheOtherHalfIsThere() {
        assertEquals("Initiated", text(PEERING, "/properties/peeringState"));
        String second = id("Microsoft.Network/virtualNetworks/second");
        azure.put(
                second,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.60.0.0/16']}}}"));
        azure.put(
                NETWORK + "/virtualNetworkPeerings/second",
                json("{properties: {remoteVirtualNetwork: {id: '" + second + "'}}}"));
        azure.put(
                second + "/virtualNetworkPeerings/first",
                json("{properties: {remoteVirtualNetwork: {id: '" + NETWORK + "'}}}"));
        assertEquals("Connected", text(NETWORK + "/virtualNetworkPeerings/second", "/properties/peeringState"));
        assertEquals(
                "10.60.0.0/16",
                text(NETWORK + "/virtualNetworkPeerings/second", "/properties/remoteAddressSpace/addressPrefixes/0"));
    }

    @Test
    void aPublishedImageVersionIsThere() {
        assertEquals("2026.11.1", text(IMAGE + "/versions/2026.11.1", "/name"));
        assertTrue(azure.cloud().get(IMAGE + "/versions/2026.12.1").isEmpty());
    }

    @Test
    void aStorageAccountAlwaysHasTheSameKeysAndTheStoreHasNone() throws ArmError {
        String key = key(ACCOUNT, 0);
        assertEquals(64, Base64.getDecoder().decode(key).length);
        assertEquals(key, key(ACCOUNT, 0));
        assertNotEquals(key, key(ACCOUNT, 1));
        assertFalse(azure.content().contains(key));
        assertEquals(
                "InvalidAction",
                assertThrows(ArmError.class, () -> azure.cloud().post(VAULT, "listKeys", json("{}")))
                        .code());
        assertEquals(
                "ResourceNotFound",
                assertThrows(ArmError.class, () -> azure.cloud().post(ACCOUNT + "x", "listKeys", json("{}")))
                        .code());
    }

    private String key(String account, int index) throws ArmError {
        return azure.cloud().post(account, "listKeys", json("{}")).at("/keys/" + index + "/value").asText();
    }
}
