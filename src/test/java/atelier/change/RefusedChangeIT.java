package atelier.change;

import static atelier.change.Dev.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes that would replace what nobody can make again, or that Azure does not make: the preview says so. */
@ExtendWith(DevStack.class)
class RefusedChangeIT {
    @Test
    void anotherTeamNameWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("team", "name: sight"));
        assertProtected(dev.preview(), "groups-data");
    }

    @Test
    void anotherRegionWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(config -> config.put("azure-native:location", "swedencentral"));
        assertProtected(dev.preview(), "groups-data");
    }

    @Test
    void anotherTenantWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("access", "tenantId: 9f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"));
        assertProtected(dev.preview(), "files-storage", "registry", "vault");
    }

    @Test
    void anotherGenerationWouldReplaceWhatIsProtected(Engine dev) {
        dev.configure(section("team", "generation: 2"));
        assertProtected(dev.preview(), "vault", "workspace");
    }

    @Test
    void aNetworkInUseKeepsItsAddresses(Engine dev) {
        dev.configure(section("network", "addressSpace: 10.43.0.0/16"));
        assertEquals(List.of("Preview failed: Status=400 Code=\"InUsePrefixCannotBeDeleted\" Message=\"IpPrefix 10.42.0.0/18 on "
                + "Subnet workstations has active allocations and cannot be deleted.\""),
                dev.preview().failed().messages().stream().filter(message -> message.contains("Status=")).toList());
    }

    /** The engine stops at the first one that it meets, and which one that is depends on which registration comes first. */
    private static void assertProtected(Operation preview, String... anyOf) {
        List<String> messages = preview.failed().messages();
        assertTrue(messages.stream().anyMatch(message -> message.startsWith("unable to replace resource \"urn:pulumi:dev::")
                        && Stream.of(anyOf).anyMatch(resource -> message.contains("::" + resource + "\""))
                        && message.contains("is currently marked for protection")),
                () -> String.join("\n", messages));
        assertEquals(List.of(), messages.stream().filter(message -> message.contains("Status=")).toList());
    }
}
