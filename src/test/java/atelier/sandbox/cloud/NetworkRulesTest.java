package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
                        + " has an invalid CIDR notation. For the given prefix length, the address prefix should be"
                        + " 10.42.3.0/24.",
                refusesChange(400, "InvalidCIDRNotation", NETWORK, SPARE + PREFIX, "10.42.3.1/24"));
    }

    @Test
    void aNetworkHasAnAddressSpace() {
        refusesWithout(400, "InvalidAddressPrefixFormat", NETWORK, "/properties/addressSpace");
    }

    @Test
    void aSubnetLiesInsideTheAddressSpace() {
        assertEquals(
                "Subnet 'spare' is not valid because its IP address range is outside the IP address range of virtual"
                        + " network 'vnet'.",
                refusesChange(400, "NetcfgSubnetRangeOutsideVnet", NETWORK, SPARE + PREFIX, "10.43.0.0/24"));
    }

    @Test
    void aSubnetHasAtLeastEightAddresses() {
        refusesChange(400, "NetcfgInvalidSubnet", NETWORK, SPARE + PREFIX, "10.42.3.0/30");
    }

    @Test
    void subnetsDoNotOverlap() {
        assertEquals(
                "Subnet 'spare' is not valid because its IP address range overlaps with that of an existing subnet in"
                        + " virtual network 'vnet'.",
                refusesChange(400, "NetcfgSubnetRangesOverlap", NETWORK, SPARE + PREFIX, "10.42.0.128/25"));
    }

    @Test
    void subnetNamesAreUnique() {
        refusesChange(400, "InvalidRequestFormat", NETWORK, SPARE + "/name", "Endpoints");
    }

    @Test
    void aSubnetInUseIsNotLeftOut() {
        assertEquals(
                "Subnet workstations is in use by " + NIC
                        + " and cannot be deleted. In order to delete the subnet, delete all the resources within the "
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
                400,
                "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
                NETWORK,
                "/properties/addressSpace/addressPrefixes/1",
                "10.0.1.0/24");
    }

    @Test
    void aSubnetNamesAnExistingSecurityGroupOfItsRegion() {
        String missing = SECURITY_GROUP + "-gone";
        assertEquals(
                "Resource " + missing + " referenced by resource " + NETWORK
                        + " was not found. Please make sure that the referenced resource exists, and that both"
                        + " resources are in the same region.",
                refusesChange(
                        400,
                        "InvalidResourceReference",
                        NETWORK,
                        "/properties/subnets/0/properties/networkSecurityGroup/id",
                        missing));
        String elsewhere = id("Microsoft.Network/networkSecurityGroups/north");
        azure.put(elsewhere, json("{location: 'northeurope'}"));
        refusesChange(
                400,
                "InvalidResourceReference",
                NETWORK,
                "/properties/subnets/0/properties/networkSecurityGroup/id",
                elsewhere);
    }

    @Test
    void aSubnetNamesAnExistingNatGateway() {
        refusesChange(
                400,
                "InvalidResourceReference",
                NETWORK,
                "/properties/subnets/0/properties/natGateway/id",
                NAT + "-gone");
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
                "Security rule https conflicts with rule rest. Rules cannot have the same Priority and Direction. To"
                        + " learn more, see aka.ms/nsgrules.",
                refusesChange(400, "SecurityRuleConflict", SECURITY_GROUP, RULE + "/priority", 4096));
        azure.put(
                SECURITY_GROUP,
                with(with(body(SECURITY_GROUP), RULE + "/priority", 4096), RULE + "/direction", "Outbound"));
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
            refusesChange(
                    400, "SecurityRuleInvalidAddressPrefix", SECURITY_GROUP, RULE + "/sourceAddressPrefixes/0", wrong);
        }
        for (String right : new String[] {"203.0.113.7", "2001:db8::/64", "VirtualNetwork", "Storage.WestEurope"}) {
            azure.put(SECURITY_GROUP, with(body(SECURITY_GROUP), RULE + "/sourceAddressPrefixes/0", right));
        }
    }

    @Test
    void aListOfAddressesHasNoTag() {
        refusesChange(
                400,
                "SecurityRuleInvalidAddressPrefixesCount",
                SECURITY_GROUP,
                RULE + "/sourceAddressPrefixes/1",
                "Internet");
    }

    @Test
    void aSideOfARuleIsGivenOnce() {
        refusesWithout(
                400, "SecurityRuleSourceAddressPrefixNotProvided", SECURITY_GROUP, RULE + "/sourceAddressPrefixes");
        refusesWithout(
                400,
                "SecurityRuleDestinationAddressPrefixNotProvided",
                SECURITY_GROUP,
                RULE + "/destinationApplicationSecurityGroups");
        refusesChange(
                400,
                "SecurityRuleParameterContainsUnsupportedValue",
                SECURITY_GROUP,
                RULE + "/sourceAddressPrefix",
                "*");
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
        var list = (ArrayNode) rules;
        for (int i = 0; i < 999; i++) {
            list.add(list.get(0).deepCopy());
        }
        refusesChange(400, "SecurityRuleCountLimitReached", SECURITY_GROUP, "/properties/securityRules", list);
    }
}
