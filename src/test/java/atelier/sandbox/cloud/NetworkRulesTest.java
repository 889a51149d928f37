package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NetworkRulesTest extends EstateDeployed {
    private static final String PREFIX = "/properties/addressPrefix";
    private static final String SPARE = "/properties/subnets/3";
    private static final String RULE = "/properties/securityRules/0/properties";

    @Test
    void anAddressPrefixIsInCidrNotation() {
        refusesChange(400, "InvalidAddressPrefixFormat", NETWORK, SPARE + PREFIX, "10.42.3.0");
    }

    @Test
    void anAddressPrefixHasNoHostBits() {
        assertEquals(
                "The address prefix 10.42.3.1/24 in resource " + NETWORK
                        + " has an invalid CIDR notation. For the given prefix length, the address prefix should be 10.42.3.0/24.",
                refusesChange(400, "InvalidCIDRNotation", NETWORK, SPARE + PREFIX, "10.42.3.1/24"));
    }

    @Test
    void aNetworkHasAnAddressSpace() {
        refusesWithout(400, "InvalidAddressPrefixFormat", NETWORK, "/properties/addressSpace");
    }

    @Test
    void aSubnetLiesInsideTheAddressSpace() {
        assertEquals(
                "Subnet 'spare' is not valid because its IP address range is outside the IP address range of virtual network 'vnet'.",
                refusesChange(400, "NetcfgSubnetRangeOutsideVnet", NETWORK, SPARE + PREFIX, "10.43.0.0/24"));
    }

    @Test
    void aSubnetHasAtLeastEightAddresses() {
        refusesChange(400, "NetcfgInvalidSubnet", NETWORK, SPARE + PREFIX, "10.42.3.0/30");
    }

    @Test
    void subnetsDoNotOverlap() {
        assertEquals(
                "Subnet 'spare' is not valid because its IP address range overlaps with that of an existing subnet in virtual network 'vnet'.",
                refusesChange(400, "NetcfgSubnetRangesOverlap", NETWORK, SPARE + PREFIX, "10.42.0.128/25"));
    }

    @Test
    void subnetNamesAreUnique() {
        refusesChange(400, "InvalidRequestFormat", NETWORK, SPARE + "/name", "Endpoints");
    }

    @Test
    void aSubnetInUseIsNotLeftOut() {
        assertEquals(
                "Subnet workstations is in use by " + NIC + " and cannot be deleted. In order to delete the subnet, delete all the resources within the "
                        + "subnet. See aka.ms/deletesubnet.",
                refusesWithout(400, "InUseSubnetCannotBeDeleted", NETWORK, "/properties/subnets/0"));
        refusesWithout(400, "InUseSubnetCannotBeDeleted", NETWORK, "/properties/subnets");
    }

    @Test
    void aSubnetThatNobodyUsesIsLeftOut() {
        azure.put(NETWORK, without(body(NETWORK), SPARE));
        assertEquals(3, azure.get(NETWORK).at("/properties/subnets").size());
    }

    @Test
    void theRangeOfASubnetInUseStays() {
        refusesChange(400, "InUsePrefixCannotBeDeleted", NETWORK, "/properties/subnets/0" + PREFIX, "10.42.4.0/24");
    }

    @Test
    void theAddressSpaceStaysClearOfPeers() {
        refusesChange(
                400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", NETWORK, "/properties/addressSpace/addressPrefixes/1", "10.0.1.0/24");
    }

    @Test
    void aSubnetNamesAnExistingSecurityGroupOfItsRegion() {
        String missing = SECURITY_GROUP + "-gone";
        assertEquals(
                "Resource " + missing + " referenced by resource " + NETWORK
                        + " was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.",
                refusesChange(400, "InvalidResourceReference", NETWORK, "/properties/subnets/0/properties/networkSecurityGroup/id", missing));
        String elsewhere = id("Microsoft.Network/networkSecurityGroups/north");
        azure.put(elsewhere, json("{location: 'northeurope'}"));
        refusesChange(400, "InvalidResourceReference", NETWORK, "/properties/subnets/0/properties/networkSecurityGroup/id", elsewhere);
    }

    @Test
    void aSubnetNamesAnExistingNatGateway() {
        refusesChange(400, "InvalidResourceReference", NETWORK, "/properties/subnets/0/properties/natGateway/id", NAT + "-gone");
    }

    @Test
    void aReferenceIsAnId() {
        refusesChange(400, "LinkedInvalidPropertyId", NETWORK, "/properties/subnets/0/properties/natGateway/id", "nat");
    }

    @Test
    void securityRulePrioritiesAreInRange() {
        refusesChange(400, "SecurityRuleInvalidPriority", SECURITY_GROUP, RULE + "/priority", 99);
        refusesChange(400, "SecurityRuleInvalidPriority", SECURITY_GROUP, RULE + "/priority", 4097);
        refusesWithout(400, "SecurityRuleInvalidPriority", SECURITY_GROUP, RULE + "/priority");
    }

    @Test
    void securityRulesOfOneDirectionHaveDifferentPriorities() {
        assertEquals(
                "Security rule https conflicts with rule rest. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.",
                refusesChange(400, "SecurityRuleConflict", SECURITY_GROUP, RULE + "/priority", 4096));
        azure.put(SECURITY_GROUP, with(with(body(SECURITY_GROUP), RULE + "/priority", 4096), RULE + "/direction", "Outbound"));
    }

    @Test
    void securityRuleNamesAreUnique() {
        refusesChange(400, "SecurityRuleNameConflict", SECURITY_GROUP, "/properties/securityRules/0/name", "REST");
    }

    @Test
    void portsAreNumbersOrRanges() {
        for (String wrong : new String[] {"https", "70000", "443-80", "-1", "1-2-3", ""}) {
            refusesChange(400, "SecurityRuleInvalidPortRange", SECURITY_GROUP, RULE + "/destinationPortRange", wrong);
        }
        refusesWithout(400, "SecurityRuleInvalidPortRange", SECURITY_GROUP, RULE + "/sourcePortRange");
        azure.put(SECURITY_GROUP, with(body(SECURITY_GROUP), RULE + "/destinationPortRange", "0-65535"));
    }

    @Test
    void addressesAreRangesTagsOrEverything() {
        for (String wrong : new String[] {"203.0.113.0/33", "203.0.113.1/24", "my office", "300.0.0.1"}) {
            refusesChange(400, "SecurityRuleInvalidAddressPrefix", SECURITY_GROUP, RULE + "/sourceAddressPrefixes/0", wrong);
        }
        for (String right : new String[] {"203.0.113.7", "2001:db8::/64", "VirtualNetwork", "Storage.WestEurope"}) {
            azure.put(SECURITY_GROUP, with(body(SECURITY_GROUP), RULE + "/sourceAddressPrefixes/0", right));
        }
    }

    @Test
    void aListOfAddressesHasNoTag() {
        refusesChange(400, "SecurityRuleInvalidAddressPrefixesCount", SECURITY_GROUP, RULE + "/sourceAddressPrefixes/1", "Internet");
    }

    @Test
    void aSideOfARuleIsGivenOnce() {
        refusesWithout(400, "SecurityRuleSourceAddressPrefixNotProvided", SECURITY_GROUP, RULE + "/sourceAddressPrefixes");
        refusesWithout(400, "SecurityRuleDestinationAddressPrefixNotProvided", SECURITY_GROUP, RULE + "/destinationApplicationSecurityGroups");
        refusesChange(400, "SecurityRuleParameterContainsUnsupportedValue", SECURITY_GROUP, RULE + "/sourceAddressPrefix", "*");
    }

    @Test
    void aRuleNamesAnExistingApplicationSecurityGroup() {
        refusesChange(
                400,
                "InvalidResourceReference",
                SECURITY_GROUP,
                RULE + "/destinationApplicationSecurityGroups/0/id",
                APPLICATION_GROUP + "-gone");
    }

    @Test
    void aSecurityGroupHasAtMostThousandRules() {
        var rules = body(SECURITY_GROUP).at("/properties/securityRules").deepCopy();
        var list = (com.fasterxml.jackson.databind.node.ArrayNode) rules;
        for (int i = 0; i < 999; i++) {
            list.add(list.get(0).deepCopy());
        }
        refusesChange(400, "SecurityRuleCountLimitReached", SECURITY_GROUP, "/properties/securityRules", list);
    }

    @Test
    void basicPublicAddressesAreRetired() {
        refusesAnother(400, "IPv4BasicSkuPublicIpCountLimitReached", NAT_ADDRESS, "/sku/name", "Basic");
    }

    @Test
    void standardPublicAddressesAreStatic() {
        refusesAnother(400, "StandardSkuPublicIPAddressesMustBeStatic", NAT_ADDRESS, "/properties/publicIPAllocationMethod", "Dynamic");
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
                "Resource " + NAT + "-b is referencing public IP address " + NAT_ADDRESS + " that is already allocated to resource " + NAT + ".",
                azure.refuses(400, "PublicIPAddressInUse", NAT + "-b", body(NAT)));
        refusesChange(400, "InvalidResourceReference", NAT, "/properties/publicIpAddresses/0/id", NAT_ADDRESS + "-gone");
    }

    @Test
    void aNatGatewayIsIdleForFourToHundredAndTwentyMinutes() {
        refusesChange(400, "NatGatewayIdleTimeoutOutOfRange", NAT, "/properties/idleTimeoutInMinutes", 3);
    }

    @Test
    void anInterfaceHasAnIpConfigurationWithASubnet() {
        refusesChange(400, "NetworkInterfaceMustHaveAtLeastOneIpConfiguration", NIC, "/properties/ipConfigurations", node("[]"));
        refusesWithout(400, "NetworkInterfaceMustHaveAtLeastOneIpConfiguration", NIC, "/properties/ipConfigurations/0/properties/subnet");
    }

    @Test
    void anInterfaceIsInAnExistingSubnet() {
        String path = "/properties/ipConfigurations/0/properties/subnet/id";
        refusesAnother(400, "InvalidResourceReference", NIC, path, NETWORK + "/subnets/gone");
    }

    @Test
    void anInterfaceNamesExistingGroups() {
        refusesChange(400, "InvalidResourceReference", NIC, "/properties/networkSecurityGroup/id", SECURITY_GROUP + "-gone");
        String path = "/properties/ipConfigurations/0/properties/applicationSecurityGroups/0/id";
        refusesChange(400, "InvalidResourceReference", NIC, path, APPLICATION_GROUP + "-gone");
    }

    @Test
    void oneOfSeveralIpConfigurationsIsPrimary() {
        var second = body(NIC).at("/properties/ipConfigurations/0").deepCopy();
        var renamed = with(without((com.fasterxml.jackson.databind.node.ObjectNode) second, "/properties/publicIPAddress"), "/name", "second");
        refusesChange(400, "NetworkInterfaceMustHaveOnePrimaryIpConfiguration", NIC, "/properties/ipConfigurations/1", renamed);
        var same = with(renamed, "/name", "ip");
        refusesChange(400, "InvalidRequestFormat", NIC, "/properties/ipConfigurations/1", same);
    }

    @Test
    void aPublicAddressIsUsedOnce() {
        assertEquals(
                "Resource " + NIC + "-b/ipConfigurations/ip is referencing public IP address " + ADDRESS + " that is already allocated to resource " + NIC
                        + "/ipConfigurations/ip.",
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
        azure.put(other, json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.50.0.0/16']}, subnets: [{name: 'a', "
                + "properties: {addressPrefix: '10.50.0.0/24'}}]}}"));
        String path = "/properties/ipConfigurations/0/properties/subnet/id";
        refusesChange(400, "SubnetChangeToOtherVnetNotAllowed", NIC, path, other + "/subnets/a");
        var plain = without(body(NIC), "/properties/ipConfigurations/0/properties/publicIPAddress");
        azure.refuses(400, "ApplicationSecurityGroupInDifferentVnet", NIC + "-b", with(plain, path, other + "/subnets/a"));
        var second = with((com.fasterxml.jackson.databind.node.ObjectNode) plain.at("/properties/ipConfigurations/0").deepCopy(), "/name", "b");
        var primary = with(plain, "/properties/ipConfigurations/0/properties/primary", true);
        azure.refuses(
                400,
                "SubnetsNotInSameVnet",
                NIC + "-b",
                with(primary, "/properties/ipConfigurations/1", with(second, "/properties/subnet/id", other + "/subnets/a")));
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
        refusesAnother(400, "BastionHostAlreadyExistsInVnet", BASTION, "/properties/ipConfigurations/0/properties/publicIPAddress/id", address);
        refusesChange(400, "PublicIPAddressInUse", BASTION, "/properties/ipConfigurations/0/properties/publicIPAddress/id", ADDRESS);
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
        azure.put(same, json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.42.128.0/17']}}}"));
        refusesAnother(400, "VnetAddressSpacesOverlap", PEERING, remote, same);
        azure.put(same, json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.0.128.0/17']}}}"));
        refusesAnother(400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", PEERING, remote, same);
    }
}
