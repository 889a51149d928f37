package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrivateLinkRulesTest extends EstateDeployed {
    private static final String CONNECTION = "/properties/privateLinkServiceConnections/0/properties";

    @Test
    void anEndpointHasASubnetAndAConnection() {
        refusesWithout(400, "MissingParameterOnPrivateLinkServiceConnection", ENDPOINT, "/properties/subnet");
        refusesWithout(
                400,
                "MissingParameterOnPrivateLinkServiceConnection",
                ENDPOINT,
                "/properties/privateLinkServiceConnections");
    }

    @Test
    void anEndpointLeadsToSomethingThatExists() {
        refusesAnother(
                404,
                "PrivateEndpointResourceNotFound",
                ENDPOINT,
                CONNECTION + "/privateLinkServiceId",
                VAULT + "-gone");
    }

    @Test
    void anEndpointsGroupFitsItsTarget() {
        assertEquals(
                "Call to Microsoft.KeyVault failed. Error message: The given group ids 'blob' are invalid",
                refusesAnother(
                        400,
                        "InvalidPrivateLinkServiceConnectionGroupId",
                        ENDPOINT,
                        CONNECTION + "/groupIds/0",
                        "blob"));
        refusesAnother(
                400,
                "InvalidPrivateLinkServiceConnectionGroupId",
                ENDPOINT,
                CONNECTION + "/groupIds",
                node("['vault', 'vault']"));
        refusesAnother(
                400,
                "InvalidPrivateLinkServiceConnectionGroupId",
                ENDPOINT,
                CONNECTION + "/privateLinkServiceId",
                LOGS);
    }

    @Test
    void aRegistryBehindAnEndpointIsPremium() {
        azure.put(REGISTRY + "b", Json.json("{location: 'westeurope', sku: {name: 'Standard'}}"));
        var toRegistry = with(
                with(body(ENDPOINT), CONNECTION + "/privateLinkServiceId", REGISTRY + "b"),
                CONNECTION + "/groupIds/0",
                "registry");
        azure.refuses(400, "PremiumSkuRequired", ENDPOINT + "-b", toRegistry);
        azure.put(ENDPOINT + "-b", with(toRegistry, CONNECTION + "/privateLinkServiceId", REGISTRY));
    }

    @Test
    void severalEndpointsMayLeadToOneTarget() {
        azure.put(ENDPOINT + "-b", body(ENDPOINT));
        assertEquals(2, azure.get(VAULT).at("/properties/privateEndpointConnections").size());
    }

    @Test
    void anEndpointStaysInItsSubnet() {
        refusesChange(400, "PrivateEndpointSubnetChangeNotAllowed", ENDPOINT, "/properties/subnet/id", WORKSTATIONS);
    }

    @Test
    void anEndpointsSubnetHasRoom() {
        azure.put(NETWORK, with(body(NETWORK), "/properties/subnets/3/properties/addressPrefix", "10.42.3.0/29"));
        var inSpare = with(body(ENDPOINT), "/properties/subnet/id", NETWORK + "/subnets/spare");
        for (String name : new String[] {"-1", "-2", "-3"}) {
            azure.put(ENDPOINT + name, inSpare);
        }
        azure.refuses(400, "SubnetIsFull", ENDPOINT + "-4", inSpare);
    }

    @Test
    void anEndpointHasOneZoneGroupOfAtMostFiveZones() {
        azure.refuses(400, "PrivateDnsZoneGroupLimit", ZONE_GROUP + "-b", body(ZONE_GROUP));
        var one = body(ZONE_GROUP).at("/properties/privateDnsZoneConfigs/0");
        var six = Json.json("{a: []}").withArray("a").add(one).add(one).add(one).add(one).add(one).add(one);
        refusesChange(400, "PrivateDnsZoneGroupLimit", ZONE_GROUP, "/properties/privateDnsZoneConfigs", six);
    }

    @Test
    void aZoneGroupNamesExistingZones() {
        String path = "/properties/privateDnsZoneConfigs/0/properties/privateDnsZoneId";
        refusesChange(400, "InvalidResourceReference", ZONE_GROUP, path, ZONE + ".gone");
    }

    @Test
    void aZoneIsGlobalAndHasTwoLabels() {
        refusesChange(400, "LocationNotAvailableForResourceType", ZONE, "/location", "westeurope");
        azure.refuses(400, "BadRequest", id("Microsoft.Network/privateDnsZones/local"), body(ZONE));
    }

    @Test
    void aNetworkIsLinkedToOneZoneOfAName() {
        azure.refuses(409, "Conflict", LINK + "-b", body(LINK));
        refusesAnother(400, "InvalidResourceReference", LINK, "/properties/virtualNetwork/id", NETWORK + "-gone");
        refusesChange(400, "LocationNotAvailableForResourceType", LINK, "/location", "westeurope");
    }

    @Test
    void aNetworkRegistersInOneZone() {
        azure.put(LINK, with(body(LINK), "/properties/registrationEnabled", true));
        String second = id("Microsoft.Network/privateDnsZones/team.internal");
        azure.put(second, body(ZONE));
        azure.refuses(
                400,
                "BadRequest",
                second + "/virtualNetworkLinks/vnet",
                with(body(LINK), "/properties/registrationEnabled", true));
        azure.put(second + "/virtualNetworkLinks/vnet", body(LINK));
    }

    @Test
    void aRecordHasAnAddressAndATimeToLive() {
        refusesWithout(400, "BadRequest", RECORD, "/properties/ttl");
        refusesChange(400, "BadRequest", RECORD, "/properties/ttl", 0);
        refusesChange(400, "BadRequest", RECORD, "/properties/aRecords", node("[]"));
        refusesChange(400, "BadRequest", RECORD, "/properties/aRecords/0/ipv4Address", "10.42.1");
        azure.refuses(404, "ParentResourceNotFound", ZONE + ".gone/A/kv", body(RECORD));
    }
}
