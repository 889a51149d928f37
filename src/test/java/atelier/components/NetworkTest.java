package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Recorded PUBLIC = SharedComponents.PUBLIC.deployed().recorded().resources();
    private static final Recorded PRIVATE = SharedComponents.PRIVATE.deployed().recorded().resources();

    @Test
    void theNetworkIsDividedAndEverySubnetIsGuarded() {
        Expect.inputs(
                """
                virtualNetworkName: atelier-vision-vnet
                resourceGroupName: atelier-vision-compute
                location: westeurope
                addressSpace: {addressPrefixes: [10.42.0.0/16]}
                enableDdosProtection: false
                enableVmProtection: false
                subnets:
                  - name: workstations
                    addressPrefix: 10.42.0.0/18
                    natGateway: {id: $COMPUTE/providers/Microsoft.Network/natGateways/atelier-vision-nat}
                    networkSecurityGroup:
                      id: $COMPUTE/providers/Microsoft.Network/networkSecurityGroups/atelier-vision-workstations-nsg
                    privateEndpointNetworkPolicies: Disabled
                    privateLinkServiceNetworkPolicies: Enabled
                  - name: clusters
                    addressPrefix: 10.42.64.0/18
                    natGateway: {id: $COMPUTE/providers/Microsoft.Network/natGateways/atelier-vision-nat}
                    networkSecurityGroup:
                      id: $COMPUTE/providers/Microsoft.Network/networkSecurityGroups/atelier-vision-clusters-nsg
                    privateEndpointNetworkPolicies: Disabled
                    privateLinkServiceNetworkPolicies: Enabled
                  - name: endpoints
                    addressPrefix: 10.42.128.0/18
                    networkSecurityGroup:
                      id: $COMPUTE/providers/Microsoft.Network/networkSecurityGroups/atelier-vision-endpoints-nsg
                    privateEndpointNetworkPolicies: Enabled
                    privateLinkServiceNetworkPolicies: Enabled
                  - name: AzureBastionSubnet
                    addressPrefix: 10.42.192.0/26
                    privateEndpointNetworkPolicies: Disabled
                    privateLinkServiceNetworkPolicies: Enabled
                tags: $TAGS
                """,
                PUBLIC.only("VirtualNetwork"));
    }

    @Test
    void theSubnetsAreTheSameWithBastionAndWithout() {
        assertEquals(names(PUBLIC), names(PRIVATE));
        assertEquals(0, PUBLIC.ofType("BastionHost").size());
    }

    private static List<String> names(Recorded stack) {
        return stack.only("VirtualNetwork").input("subnets").findValuesAsText("name");
    }

    @Test
    void bastionGetsItsSubnetWithoutAGroupAndTunnels() {
        Expect.json(
                """
                name: AzureBastionSubnet
                addressPrefix: 10.99.0.192/26
                privateEndpointNetworkPolicies: Disabled
                privateLinkServiceNetworkPolicies: Enabled
                """,
                PRIVATE.only("VirtualNetwork").input("subnets[3]"));
        Expect.inputs(
                """
                bastionHostName: atelier-vision-bastion
                resourceGroupName: atelier-vision-compute
                location: westeurope
                sku: {name: Standard}
                scaleUnits: 2
                enableTunneling: true
                disableCopyPaste: false
                enableFileCopy: false
                enableIpConnect: false
                enableKerberos: false
                enableShareableLink: false
                ipConfigurations:
                  - name: bastion
                    subnet:
                      id: $COMPUTE/providers/Microsoft.Network/virtualNetworks/atelier-vision-vnet/subnets/AzureBastionSubnet
                    publicIPAddress: {id: $COMPUTE/providers/Microsoft.Network/publicIPAddresses/atelier-vision-bastion-ip}
                tags: $TAGS
                """,
                PRIVATE.only("BastionHost"));
    }

    @Test
    void theNetworkReachesOutThroughOneFixedAddress() {
        Expect.inputs(
                """
                natGatewayName: atelier-vision-nat
                resourceGroupName: atelier-vision-compute
                location: westeurope
                sku: {name: Standard}
                publicIpAddresses: [{id: $COMPUTE/providers/Microsoft.Network/publicIPAddresses/atelier-vision-nat-ip}]
                tags: $TAGS
                """,
                PUBLIC.only("NatGateway"));
        Expect.inputs(
                """
                publicIpAddressName: atelier-vision-nat-ip
                resourceGroupName: atelier-vision-compute
                location: westeurope
                sku: {name: Standard, tier: Regional}
                publicIPAllocationMethod: Static
                publicIPAddressVersion: IPv4
                tags: $TAGS
                """,
                PUBLIC.only("PublicIPAddress"));
    }

    @Test
    void onlyAPrivateNetworkIsPeeredAndOnlyOurHalfIsDeclared() {
        assertEquals(0, PUBLIC.ofType("VirtualNetworkPeering").size());
        List<String> remotes = PRIVATE.ofType("VirtualNetworkPeering").all().stream()
                .map(peering -> peering.text("remoteVirtualNetwork.id"))
                .sorted()
                .toList();
        assertEquals(List.of(SharedComponents.BRANCH.value(), SharedComponents.HUB.value()), remotes);
        for (Registration peering : PRIVATE.ofType("VirtualNetworkPeering").all()) {
            assertEquals("atelier-vision-vnet", peering.text("virtualNetworkName"));
            assertEquals("true", peering.text("allowVirtualNetworkAccess"));
            assertEquals("false", peering.text("allowForwardedTraffic"));
            assertEquals("false", peering.text("allowGatewayTransit"));
            assertEquals("false", peering.text("useRemoteGateways"));
            assertTrue(peering.text("virtualNetworkPeeringName").startsWith("to-hub-"));
        }
    }

    @Test
    void theWorkstationsGroupIsWrittenAsAzureTakesIt() {
        Expect.json(
                """
                - {name: allow-https, priority: 100, direction: Inbound, access: Allow, protocol: Tcp, sourcePortRange: "*",
                   sourceAddressPrefix: VirtualNetwork, destinationAddressPrefix: "*", destinationPortRange: "443",
                   description: "Applications, for this and the peered networks."}
                - {name: allow-ssh-linus, priority: 1000, direction: Inbound, access: Allow, protocol: Tcp, sourcePortRange: "*",
                   sourceAddressPrefixes: [10.1.0.0/24, 10.99.0.192/26], destinationPortRange: "22",
                   destinationApplicationSecurityGroups:
                     [{id: $COMPUTE/providers/Microsoft.Network/applicationSecurityGroups/vision-linus-asg}],
                   description: "SSH to linus, for the sources named with it."}
                - {name: deny-ssh, priority: 4000, direction: Inbound, access: Deny, protocol: Tcp, sourcePortRange: "*",
                   sourceAddressPrefix: "*", destinationAddressPrefix: "*", destinationPortRange: "22",
                   description: "SSH is off unless a rule above asks for it."}
                - {name: deny-all-inbound, priority: 4096, direction: Inbound, access: Deny, protocol: "*", sourcePortRange: "*",
                   sourceAddressPrefix: "*", destinationAddressPrefix: "*", destinationPortRange: "*",
                   description: "Only what is named above comes in."}
                - {name: deny-remote-login-outbound, priority: 4000, direction: Outbound, access: Deny, protocol: Tcp,
                   sourcePortRange: "*", sourceAddressPrefix: "*", destinationAddressPrefix: VirtualNetwork,
                   destinationPortRanges: ["22", "3389"], description: "A workstation is no way to the next one."}
                """,
                PRIVATE.ofType("NetworkSecurityGroup").named("network-workstations-nsg").input("securityRules"));
    }

    @Test
    void clustersHearOnlyThemselvesAndEndpointsOnlyTheirServices() {
        JsonNode clusters = PUBLIC.ofType("NetworkSecurityGroup").named("network-clusters-nsg").input("securityRules");
        assertEquals(2, clusters.size());
        assertEquals("10.42.64.0/18", clusters.at("/0/sourceAddressPrefix").asText());
        assertEquals("deny-all-inbound", clusters.at("/1/name").asText());
        JsonNode endpoints = PUBLIC.ofType("NetworkSecurityGroup").named("network-endpoints-nsg").input("securityRules");
        assertEquals(2, endpoints.size());
        assertEquals("VirtualNetwork", endpoints.at("/0/sourceAddressPrefix").asText());
        assertEquals("[\"443\",\"445\"]", endpoints.at("/0/destinationPortRanges").toString());
        assertEquals("deny-all-inbound", endpoints.at("/1/name").asText());
    }

    @Test
    void nothingIsAllowedFromEverywhereAndEveryGroupEndsWithADeny() {
        int allowed = 0;
        for (Recorded stack : List.of(PUBLIC, PRIVATE)) {
            for (Registration group : stack.ofType("NetworkSecurityGroup").all()) {
                int denyAll = 0;
                for (JsonNode rule : group.input("securityRules")) {
                    if (rule.path("access").asText().equals("Allow")) {
                        String sources = rule.path("sourceAddressPrefix").toString() + rule.path("sourceAddressPrefixes");
                        assertFalse(sources.matches("(?i).*(\\*|internet|any|azurecloud|/0\").*"), () -> group + " " + rule);
                        allowed++;
                    }
                    boolean last = rule.path("priority").asInt() == 4096;
                    denyAll += last && rule.path("name").asText().equals("deny-all-inbound") ? 1 : 0;
                }
                assertEquals(1, denyAll, group::toString);
            }
        }
        assertEquals(8, allowed);
    }

    @Test
    void everyWorkstationHasAnApplicationSecurityGroupWithItsOwnTags() {
        Recorded groups = PUBLIC.ofType("ApplicationSecurityGroup");
        assertEquals(List.of("network-ada-asg", "network-grace-asg"), groups.names());
        Expect.inputs(
                """
                applicationSecurityGroupName: vision-ada-asg
                resourceGroupName: atelier-vision-compute
                location: westeurope
                tags: {costCenter: CC-1042, owner: ml-platform@example.com, team: vision, workstation: ada}
                """,
                groups.named("network-ada-asg"));
        assertEquals(Set.of("vision-ada-asg", "vision-grace-asg"), physicalNames(groups));
    }

    private static Set<String> physicalNames(Recorded groups) {
        return Set.copyOf(groups.all().stream().map(group -> group.text("applicationSecurityGroupName")).toList());
    }
}
