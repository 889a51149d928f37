package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pure. */
final class SettingsTest {

    @Test
    void theDefaultsAreAMachineInAzure() {
        assertEquals(
                new Settings(
                        URI.create("http://169.254.169.254"),
                        URI.create("https://management.azure.com"),
                        URI.create("http://127.0.0.1:4180"),
                        Path.of("/run/atelier/machine.json")),
                Settings.from(Map.of()));
    }

    @Test
    void theEnvironmentNamesOthers() {
        Settings settings = Settings.from(Map.of(
                "ATELIER_METADATA_URL", "http://127.0.0.1:1",
                "ATELIER_RESOURCE_MANAGER_URL", "https://[::1]:2/",
                "ATELIER_SIGNIN_URL", "http://localhost:3",
                "ATELIER_DOCUMENT", "/tmp/x.json"));
        assertEquals(
                new Settings(
                        URI.create("http://127.0.0.1:1"),
                        URI.create("https://[::1]:2/"),
                        URI.create("http://localhost:3"),
                        Path.of("/tmp/x.json")),
                settings);
    }

    @Test
    void whatIsNoAddressIsRefusedByName() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> Settings.from(Map.of("ATELIER_SIGNIN_URL", "file:///etc/passwd")));
        assertEquals(
                "ATELIER_SIGNIN_URL is file:///etc/passwd; allowed is a scheme and a host such as http://127.0.0.1:4180",
                refused.getMessage());
    }
}
