package atelier.change;

import static atelier.change.Dev.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes that would replace what nobody can make again, or that Azure does not make: the preview says so. */
@ExtendWith(DevStack.class)
class RefusedChangeIT {
    @Test
    void anotherTeamNameWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("team", "name: sight"));
        assertProtected("groups-data", dev.preview());
    }

    @Test
    void anotherRegionWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(config -> config.put("azure-native:location", "swedencentral"));
        assertProtected("groups-data", dev.preview());
    }

    @Test
    void anotherTenantWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("access", "tenantId: 9f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"));
        assertProtected("files-storage", dev.preview());
    }

    @Test
    void anotherGenerationWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("team", "generation: 2"));
        assertProtected("vault", dev.preview());
    }

    @Test
    void aNetworkInUseKeepsItsAddresses(Engine dev) {
        dev.configure(section("network", "addressSpace: 10.43.0.0/16"));
        assertEquals(List.of("Preview failed: Status=400 Code=\"InUsePrefixCannotBeDeleted\" Message=\"IpPrefix 10.42.0.0/18 on "
                + "Subnet workstations has active allocations and cannot be deleted.\""),
                dev.preview().failed().messages().stream().filter(message -> message.contains("Status=")).toList());
    }

    private static void assertProtected(String resource, Operation preview) {
        List<String> messages = preview.failed().messages();
        assertTrue(messages.stream().anyMatch(message -> message.startsWith("unable to replace resource \"urn:pulumi:dev::")
                        && message.contains("::" + resource + "\"")
                        && message.contains("is currently marked for protection")),
                () -> String.join("\n", messages));
        assertEquals(List.of(), messages.stream().filter(message -> message.contains("Status=")).toList());
    }
}
