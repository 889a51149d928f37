package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ARM checks for every resource. */
class CommonRulesTest extends EstateDeployed {
    @TempDir
    Path other;

    @Test
    void anIdIsWellFormed() {
        azure.refuses(400, "InvalidResourceId", "/subscriptions/1/resourceGroups", json("{}"));
        azure.refuses(400, "InvalidResourceId", "vnet", json("{}"));
    }

    @Test
    void theSubscriptionIsTheWorlds() {
        String elsewhere = NETWORK.replace("5ca1ab1e0001", "5ca1ab1e0002");
        azure.refuses(404, "SubscriptionNotFound", elsewhere, body(NETWORK));
    }

    @Test
    void theNamespaceIsRegistered() {
        Azure without = Azure.inWorld(other, "  - Microsoft.Logic\n", "");
        without.put(GROUP, body(GROUP));
        assertEquals(
                "The subscription is not registered to use namespace 'Microsoft.Logic'. See"
                        + " https://aka.ms/rps-not-found for how to register subscriptions.",
                without.refuses(409, "MissingSubscriptionRegistration", WORKFLOW, body(WORKFLOW)));
    }

    @Test
    void theResourceGroupExists() {
        assertEquals(
                "Resource group 'gone' could not be found.",
                azure.refuses(404, "ResourceGroupNotFound", IDENTITY.replace("/team/", "/gone/"), body(IDENTITY)));
    }

    @Test
    void theParentExists() {
        assertEquals(
                "Failed to perform 'write' on resource(s) of type 'privateDnsZones/virtualNetworkLinks', because the"
                        + " parent resource '"
                        + ZONE + ".gone' could not be found.",
                azure.refuses(404, "ParentResourceNotFound", ZONE + ".gone/virtualNetworkLinks/vnet", body(LINK)));
    }

    @Test
    void whatIsNotThereIsNamedWithItsWholePath() {
        ArmError missing = assertThrows(ArmError.class, () -> azure.cloud().existing(ENDPOINTS + "-gone"));
        assertEquals(
                "404 ResourceNotFound: The Resource 'Microsoft.Network/virtualNetworks/vnet/subnets/endpoints-gone' under"
                        + " resource group 'team' was not found. For more details please go to"
                        + " https://aka.ms/ARMResourceNotFoundFix",
                missing.toString());
        ArmError group = assertThrows(ArmError.class, () -> azure.cloud().existing(GROUP + "-gone"));
        assertEquals("404 ResourceGroupNotFound: Resource group 'team-gone' could not be found.", group.toString());
    }

    @Test
    void aRegionalResourceHasALocationThatExistsAndStays() {
        azure.refuses(400, "LocationRequired", IDENTITY + "-b", json("{}"));
        refusesAnother(400, "LocationNotAvailableForResourceType", IDENTITY, "/location", "moonbase");
        azure.put(IDENTITY, with(body(IDENTITY), "/location", "West Europe"));
        assertEquals(
                "The resource 'notebook' already exists in location 'westeurope' in resource group 'team'. A resource"
                    + " with the same name cannot be created in location 'northeurope'. Please select a new resource"
                    + " name.",
                refusesChange(409, "InvalidResourceLocation", IDENTITY, "/location", "northeurope"));
    }

    @Test
    void aResourceGroupHasANameAndALocationThatStay() {
        azure.refuses(400, "InvalidResourceGroupName", SUBSCRIPTION + "/resourceGroups/team.", body(GROUP));
        azure.refuses(400, "InvalidResourceGroupName", SUBSCRIPTION + "/resourceGroups/" + "a".repeat(91), body(GROUP));
        azure.refuses(400, "LocationRequired", GROUP, without(body(GROUP), "/location"));
        azure.refuses(
                400, "LocationNotAvailableForResourceGroup", GROUP + "-b", with(body(GROUP), "/location", "moonbase"));
        refusesChange(409, "InvalidResourceGroupLocation", GROUP, "/location", "northeurope");
    }

    @Test
    void tagsAreFewAndShort() {
        ObjectNode many = body(GROUP);
        for (int i = 0; i < 50; i++) {
            many = with(many, "/tags/t" + i, "x");
        }
        azure.refuses(400, "TagsLimitReached", GROUP, many);
        refusesChange(400, "InvalidTagNameCharacters", GROUP, "/tags/a?", "x");
        refusesChange(400, "InvalidTagNameCharacters", GROUP, "/tags/owner", "x".repeat(257));
    }

    @Test
    void aTypeWithoutRulesIsKeptAsItWasAskedFor() {
        String keys = id("Microsoft.Compute/sshPublicKeys/team");
        azure.put(keys, json("{location: 'westeurope', properties: {publicKey: 'ssh-ed25519 AAAA'}}"));
        assertEquals("ssh-ed25519 AAAA", azure.get(keys).at("/properties/publicKey").asText());
        assertEquals("Microsoft.Compute/sshPublicKeys", azure.get(keys).path("type").asText());
    }

    @Test
    void networksOfOthersAreThereToReadOnly() {
        assertEquals("10.0.0.0/16", azure.get(HUB).at("/properties/addressSpace/addressPrefixes/0").asText());
        azure.refuses(404, "SubscriptionNotFound", HUB, body(NETWORK));
        azure.delete(HUB);
        assertEquals("hub", azure.get(HUB).path("name").asText());
    }
}
