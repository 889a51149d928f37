package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NetworkIdTest {
    private static final String HUB = "/subscriptions/6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11/resourceGroups/shared"
            + "/providers/Microsoft.Network/virtualNetworks/hub";

    @Test
    void partsAreReadFromTheId() {
        NetworkId hub = new NetworkId(HUB);
        assertEquals("hub", hub.name());
        assertEquals("shared", hub.resourceGroup());
        assertEquals("6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11", hub.subscriptionId());
    }

    @Test
    void upperAndLowerCaseAreTheSameInOrder() {
        assertEquals(0, new NetworkId(HUB).compareTo(new NetworkId(HUB.replace("resourceGroups", "resourcegroups"))));
    }

    @Test
    void subnetIsNoNetwork() {
        assertThrows(Invalid.class, () -> new NetworkId(HUB + "/subnets/default"));
        assertThrows(Invalid.class, () -> new NetworkId("hub"));
    }
}
