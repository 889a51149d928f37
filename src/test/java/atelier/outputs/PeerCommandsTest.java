package atelier.outputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atelier.model.NetworkId;
import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Team;
import atelier.naming.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerCommandsTest {
    private static final String SUBSCRIPTION = "11111111-aaaa-4bbb-8ccc-222222222222";
    private static final String VNET = "/subscriptions/" + SUBSCRIPTION
            + "/resourceGroups/atelier-vision-compute/providers/Microsoft.Network/virtualNetworks/atelier-vision-vnet";
    private static final Names NAMES = Names.of(
            new Team(new ResourceName("vision"), "CC-1042", List.of("ml-platform@example.com"), 1),
            new ObjectId("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
            new Region("westeurope"));
    private static final PeerCommands COMMANDS =
            new PeerCommands(SUBSCRIPTION, NAMES, VNET, "vision.atelier.internal");

    @Test
    void theOtherSideDeclaresItsHalfAndIsLinkedToTheZone() {
        NetworkId hub = network("network", "hub");
        assertEquals(
                List.of(
                        "az network vnet peering create --subscription " + SUBSCRIPTION
                                + " --resource-group network --vnet-name hub --name to-atelier-vision-vnet --remote-vnet " + VNET
                                + " --allow-vnet-access",
                        "az network private-dns link vnet create --subscription " + SUBSCRIPTION
                                + " --resource-group atelier-vision-compute --zone-name vision.atelier.internal --name "
                                + NAMES.peering(hub) + " --virtual-network " + hub + " --registration-enabled false"),
                COMMANDS.of(hub));
    }

    @Test
    void twoNetworksOfOneNameGetTwoLinks() {
        String one = COMMANDS.of(network("amsterdam", "hub")).get(1);
        String other = COMMANDS.of(network("berlin", "hub")).get(1);
        assertNotEquals(linkName(one), linkName(other));
    }

    private static String linkName(String command) {
        return command.replaceFirst(".* --name (\\S+) .*", "$1");
    }

    private static NetworkId network(String group, String name) {
        return new NetworkId("/subscriptions/" + SUBSCRIPTION + "/resourceGroups/" + group
                + "/providers/Microsoft.Network/virtualNetworks/" + name);
    }
}
