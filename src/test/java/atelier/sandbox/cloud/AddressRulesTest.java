package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Public and private addresses, and what connects networks. */
class AddressRulesTest extends EstateDeployed {
    private static final String PREFIX = "/properties/addressPrefix";
    private static final String SPARE = "/properties/subnets/3";

    @Test
    void basicPublicAddressesAreRetired() {
        refusesAnother(400, "IPv4BasicSkuPublicIpCountLimitReached", NAT_ADDRESS, "/sku/name", "Basic");
    }

    @Test
    void standardPublicAddressesAreStatic() {
        refusesAnother(
                400,
                "StandardSkuPublicIPAddressesMustBeStatic",
                NAT_ADDRESS,
                "/properties/publicIPAllocationMethod",
                "Dynamic");
    }

    @Test
    void aPublicAddressIsIdleForFourToThirtyMinutes() {
        refusesChange(400, "PublicIPAddressIdleTimeoutIsOutOfRange", ADDRESS, "/properties/idleTimeoutInMinutes", 31);
    }

    @Test
    void aDnsLabelStartsWithALetter() {
        refusesChange(400, "InvalidDomainNameLabel", ADDRESS, "/properties/dnsSettings/domainNameLabel", "1ada");
    }

    @Test
    void aDnsLabelIsUniqueInItsRegion() {
        assertEquals(
                "DNS record team-ada.westeurope.cloudapp.azure.com is already used by another public IP.",
                azure.refuses(400, "DnsRecordInUse", ADDRESS + "-b", body(ADDRESS)));
        azure.put(ADDRESS + "-b", with(body(ADDRESS), "/location", "northeurope"));
    }

    @Test
    void aPublicAddressStaysInItsZone() {
        refusesChange(400, "ResourceAvailabilityZonesCannotBeModified", ADDRESS, "/zones", node("['1']"));
    }

    @Test
    void theVersionOfAPublicAddressStays() {
        azure.put(ADDRESS, with(body(ADDRESS), "/properties/publicIPAddressVersion", "IPv4"));
        refusesChange(409, "PropertyChangeNotAllowed", ADDRESS, "/properties/publicIPAddressVersion", "IPv6");
    }

    @Test
    void aNatGatewayIsStandard() {
        refusesChange(400, "NatGatewayInvalidSku", NAT, "/sku/name", "Basic");
    }

    @Test
    void aNatGatewayTakesAFreeAddress() {
        assertEquals(
                "Resource " + NAT + "-b is referencing public IP address " + NAT_ADDRESS
                        + " that is already allocated to resource " + NAT + ".",
                azure.refuses(400, "PublicIPAddressInUse", NAT + "-b", body(NAT)));
        refusesChange(
                400, "InvalidResourceReference", NAT, "/properties/publicIpAddresses/0/id", NAT_ADDRESS + "-gone");
    }

    @Test
    void aNatGatewayIsIdleForFourToHundredAndTwentyMinutes() {
        refusesChange(400, "NatGatewayIdleTimeoutOutOfRange", NAT, "/properties/idleTimeoutInMinutes", 3);
    }

    @Test
    void anInterfaceHasAnIpConfigurationWithASubnet() {
        refusesChange(
                400,
                "NetworkInterfaceMustHaveAtLeastOneIpConfiguration",
                NIC,
                "/properties/ipConfigurations",
                node("[]"));
        refusesWithout(
                400,
                "NetworkInterfaceMustHaveAtLeastOneIpConfiguration",
                NIC,
                "/properties/ipConfigurations/0/properties/subnet");
    }

    @Test
    void anInterfaceIsInAnExistingSubnet() {
        String path = "/properties/ipConfigurations/0/properties/subnet/id";
        refusesAnother(400, "InvalidResourceReference", NIC, path, NETWORK + "/subnets/gone");
    }

    @Test
    void anInterfaceNamesExistingGroups() {
        refusesChange(
                400, "InvalidResourceReference", NIC, "/properties/networkSecurityGroup/id", SECURITY_GROUP + "-gone");
        String path = "/properties/ipConfigurations/0/properties/applicationSecurityGroups/0/id";
        refusesChange(400, "InvalidResourceReference", NIC, path, APPLICATION_GROUP + "-gone");
    }

    @Test
    void oneOfSeveralIpConfigurationsIsPrimary() {
        var second = body(NIC).at("/properties/ipConfigurations/0").deepCopy();
        var renamed = with(
                without((ObjectNode) second, "/properties/publicIPAddress"),
                "/name",
                "second");
        refusesChange(
                400,
                "NetworkInterfaceMustHaveOnePrimaryIpConfiguration",
                NIC,
                "/properties/ipConfigurations/1",
                renamed);
        var same = with(renamed, "/name", "ip");
        refusesChange(400, "InvalidRequestFormat", NIC, "/properties/ipConfigurations/1", same);
    }

    @Test
    void aPublicAddressIsUsedOnce() {
        assertEquals(
                "Resource " + NIC + "-b/ipConfigurations/ip is referencing public IP address " + ADDRESS
                        + " that is already allocated to resource " + NIC + "/ipConfigurations/ip.",
                azure.refuses(400, "PublicIPAddressInUse", NIC + "-b", body(NIC)));
    }

    @Test
    void aStaticAddressFitsItsSubnet() {
        var other = with(
                without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress"),
                "/properties/ipConfigurations/0/properties/privateIPAllocationMethod",
                "Static");
        String nic = NIC + "-b";
        String path = "/properties/ipConfigurations/0/properties/privateIPAddress";
        azure.refuses(400, "StaticPrivateIPAddressMissing", nic, other);
        azure.refuses(400, "InvalidIPAddressFormat", nic, with(other, path, "10.42.0"));
        azure.refuses(400, "PrivateIPAddressNotInSubnet", nic, with(other, path, "10.42.1.9"));
        azure.refuses(400, "PrivateIPAddressInReservedRange", nic, with(other, path, "10.42.0.3"));
        azure.refuses(400, "PrivateIPAddressInReservedRange", nic, with(other, path, "10.42.0.255"));
        azure.refuses(400, "PrivateIPAddressIsAllocated", nic, with(other, path, "10.42.0.4"));
        azure.put(nic, with(other, path, "10.42.0.9"));
    }

    @Test
    void aFullSubnetTakesNobody() {
        azure.put(NETWORK, with(body(NETWORK), SPARE + PREFIX, "10.42.3.0/29"));
        var plain = without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress");
        var inSpare = with(plain, "/properties/ipConfigurations/0/properties/subnet/id", NETWORK + "/subnets/spare");
        for (String name : new String[] {"-1", "-2", "-3"}) {
            azure.put(NIC + name, inSpare);
        }
        azure.refuses(400, "SubnetIsFull", NIC + "-4", inSpare);
    }

    @Test
    void anInterfaceAndItsApplicationGroupsStayInOneNetwork() {
        String other = id("Microsoft.Network/virtualNetworks/other");
        azure.put(
                other,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.50.0.0/16']},"
                        + " subnets: [{name: 'a', properties: {addressPrefix: '10.50.0.0/24'}}]}}"));
        String path = "/properties/ipConfigurations/0/properties/subnet/id";
        refusesChange(400, "SubnetChangeToOtherVnetNotAllowed", NIC, path, other + "/subnets/a");
        var plain = without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress");
        azure.refuses(
                400, "ApplicationSecurityGroupInDifferentVnet", NIC + "-b", with(plain, path, other + "/subnets/a"));
        var second = with(
                (ObjectNode)
                        plain.at("/properties/ipConfigurations/0").deepCopy(),
                "/name",
                "b");
        var primary = with(plain, "/properties/ipConfigurations/0/properties/primary", true);
        azure.refuses(
                400,
                "SubnetsNotInSameVnet",
                NIC + "-b",
                with(
                        primary,
                        "/properties/ipConfigurations/1",
                        with(second, "/properties/subnet/id", other + "/subnets/a")));
    }

    @Test
    void bastionIsInASubnetOfItsOwn() {
        String path = "/properties/ipConfigurations/0/properties/subnet/id";
        refusesChange(400, "BastionSubnetNotNamedCorrectly", BASTION, path, WORKSTATIONS);
        azure.delete(BASTION);
        azure.put(NETWORK, with(body(NETWORK), "/properties/subnets/2" + PREFIX, "10.42.2.0/27"));
        azure.refuses(400, "BastionSubnetNotNamedCorrectly", BASTION, body(BASTION));
    }

    @Test
    void aNetworkHasOneBastion() {
        String address = BASTION_ADDRESS + "-b";
        azure.put(address, body(BASTION_ADDRESS));
        refusesAnother(
                400,
                "BastionHostAlreadyExistsInVnet",
                BASTION,
                "/properties/ipConfigurations/0/properties/publicIPAddress/id",
                address);
        refusesChange(
                400,
                "PublicIPAddressInUse",
                BASTION,
                "/properties/ipConfigurations/0/properties/publicIPAddress/id",
                ADDRESS);
    }

    @Test
    void tunnellingNeedsStandardBastion() {
        azure.delete(BASTION);
        azure.refuses(400, "InvalidParameter", BASTION, with(body(BASTION), "/sku/name", "Basic"));
        azure.refuses(400, "InvalidParameter", BASTION, with(body(BASTION), "/properties/scaleUnits", 51));
    }

    @Test
    void bastionIsNotLowered() {
        azure.refuses(
                400,
                "BastionHostSkuDowngradeNotAllowed",
                BASTION,
                with(with(body(BASTION), "/sku/name", "Basic"), "/properties/enableTunneling", false));
    }

    @Test
    void aPeeringLeadsToOneOtherNetworkThatDoesNotOverlap() {
        String remote = "/properties/remoteVirtualNetwork/id";
        refusesAnother(400, "PeeringToSameVnetNotAllowed", PEERING, remote, NETWORK);
        refusesAnother(400, "InvalidResourceReference", PEERING, remote, HUB + "-gone");
        azure.refuses(400, "AnotherPeeringAlreadyReferencesRemoteVnet", PEERING + "-b", body(PEERING));
        refusesChange(400, "RemoteVirtualNetworkChangeNotAllowed", PEERING, remote, HUB.replace("hub", "lab"));
        refusesChange(400, "RemoteVnetHasNoGateways", PEERING, "/properties/useRemoteGateways", true);
        String same = id("Microsoft.Network/virtualNetworks/same");
        azure.put(
                same,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.42.128.0/17']}}}"));
        refusesAnother(400, "VnetAddressSpacesOverlap", PEERING, remote, same);
        azure.put(
                same,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.0.128.0/17']}}}"));
        refusesAnother(400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", PEERING, remote, same);
    }
}
