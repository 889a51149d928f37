package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** That the endpoints are made one after another is a dependency, which the mocks do not see. */
class PrivateEndpointsTest {
    private static final Recorded RESOURCES = SharedComponents.PUBLIC.deployed().recorded().resources();

    @Test
    void anEndpointIsWrittenAsAzureTakesIt() {
        Expect.inputs(
                """
                privateEndpointName: atelier-vision-file-endpoint
                customNetworkInterfaceName: atelier-vision-file-endpoint-nic
                resourceGroupName: atelier-vision-compute
                location: westeurope
                subnet:
                  id: $COMPUTE/providers/Microsoft.Network/virtualNetworks/atelier-vision-vnet/subnets/endpoints
                  privateEndpointNetworkPolicies: Disabled
                  privateLinkServiceNetworkPolicies: Enabled
                privateLinkServiceConnections:
                  - name: atelier-vision-file-endpoint
                    privateLinkServiceId: $DATA/providers/Microsoft.Storage/storageAccounts/stvision6b124f
                    groupIds: [file]
                tags: $TAGS
                """,
                RESOURCES.ofType("PrivateEndpoint").named("endpoints-file-endpoint"));
    }

    @Test
    void everyServiceIsReachedPrivatelyUnderItsUsualNames() {
        Map<String, String> reached = new TreeMap<>();
        for (Registration endpoint : RESOURCES.ofType("PrivateEndpoint").all()) {
            assertEquals(1, endpoint.input("privateLinkServiceConnections").size());
            assertEquals(1, endpoint.input("privateLinkServiceConnections[0].groupIds").size());
            Registration group = zoneGroup(endpoint.text("privateEndpointName"));
            reached.put(
                    endpoint.text("privateLinkServiceConnections[0].groupIds[0]") + " of "
                            + last(endpoint.text("privateLinkServiceConnections[0].privateLinkServiceId")),
                    String.join(", ", zones(group)));
        }
        assertEquals(
                Map.of(
                        "amlworkspace of atelier-vision-g1", "privatelink.api.azureml.ms, privatelink.notebooks.azure.net",
                        "blob of stvision6b124f", "privatelink.blob.core.windows.net",
                        "file of stvision6b124f", "privatelink.file.core.windows.net",
                        "registry of crvision6b124f", "privatelink.azurecr.io",
                        "vault of kv-vision-g1-6b124f", "privatelink.vaultcore.azure.net"),
                reached);
    }

    @Test
    void everyZoneIsLinkedOnceWithTheNetworkAndRegistersNobody() {
        Recorded links = RESOURCES.ofType("VirtualNetworkLink");
        for (Registration zone : RESOURCES.ofType("PrivateZone").all()) {
            String name = zone.text("privateZoneName");
            Expect.inputs(
                    """
                    virtualNetworkLinkName: atelier-vision-link
                    privateZoneName: ZONE
                    resourceGroupName: atelier-vision-compute
                    location: global
                    registrationEnabled: false
                    virtualNetwork: {id: $COMPUTE/providers/Microsoft.Network/virtualNetworks/atelier-vision-vnet}
                    tags: $TAGS
                    """
                            .replace("ZONE", name),
                    links.where(link -> link.text("privateZoneName").equals(name)).only("VirtualNetworkLink"));
        }
        assertEquals(6, links.size());
    }

    @Test
    void bothExposuresHaveTheSameEndpoints() {
        Recorded closed = SharedComponents.PRIVATE.deployed().recorded().resources();
        for (String type : List.of("PrivateEndpoint", "PrivateDnsZoneGroup", "PrivateZone", "VirtualNetworkLink")) {
            assertEquals(RESOURCES.ofType(type).names(), closed.ofType(type).names());
        }
    }

    private static Registration zoneGroup(String endpoint) {
        return RESOURCES
                .ofType("PrivateDnsZoneGroup")
                .where(group -> group.text("privateEndpointName").equals(endpoint))
                .only("PrivateDnsZoneGroup");
    }

    private static List<String> zones(Registration group) {
        assertEquals("default", group.text("privateDnsZoneGroupName"));
        List<String> zones = new ArrayList<>();
        group.input("privateDnsZoneConfigs").forEach(config -> zones.add(last(config.path("privateDnsZoneId").asText())));
        return zones;
    }

    private static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
