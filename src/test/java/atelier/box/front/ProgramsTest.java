package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs of the front: an image and a rehearsal have the same versions, from different places. */
class ProgramsTest {
    private static final Path TOOLCHAIN = Path.of("sandbox", "toolchain");

    @Test
    void oauth2ProxyIsTheSameVersionInARehearsal() throws IOException {
        List<String> module = Files.readAllLines(TOOLCHAIN.resolve("oauth2-proxy/go.mod"));
        String required = "require github.com/oauth2-proxy/oauth2-proxy/v7 v" + version("oauth2-proxy");
        assertTrue(module.contains(required), module::toString);
    }

    /** Fixed there or before: CVE-2026-34457, CVE-2026-40575, CVE-2026-41059, CVE-2025-64484, GHSA-7rh7-c77v-6434. */
    @Test
    void oauth2ProxyHasNoneOfTheKnownWaysPastIt() throws IOException {
        assertTrue(Arrays.compare(numbers(version("oauth2-proxy")), numbers("7.15.3")) >= 0);
    }

    @Test
    void codeServerIsTheSameVersionInARehearsal() throws IOException {
        JsonNode wanted = json(TOOLCHAIN.resolve("code-server/package.json")).path("dependencies");
        assertEquals(version("code-server"), wanted.path("code-server").textValue());
        JsonNode locked = json(TOOLCHAIN.resolve("code-server/package-lock.json")).path("packages");
        assertEquals(version("code-server"), locked.path("node_modules/code-server").path("version").textValue());
        assertTrue(locked.size() > 100, "packages locked: " + locked.size());
    }

    @Test
    void noLockFileNamesARegistry() throws IOException {
        for (Path lock : List.of(
                TOOLCHAIN.resolve("code-server/package-lock.json"), Path.of("images", "environments", "jupyter.lock"))) {
            String text = Files.readString(lock);
            for (String address : List.of("\"resolved\"", "://registry", "index-url")) {
                assertFalse(text.contains(address), lock.toString());
            }
        }
    }

    @Test
    void addressesOnTheManifestAreThoseOfTheVersions() throws IOException {
        for (String name : List.of("oauth2-proxy", "code-server", "rstudio-server")) {
            assertTrue(component(name).path("source").path("url").textValue().contains(version(name)), name);
        }
    }

    /** Where the link leads is looked at on a started workstation, by images/tests/boot/boot.bats. */
    @Test
    void rStudioStartsInTheUserFiles() throws IOException {
        List<String> settings = Files.readAllLines(Site.IMAGE.resolve("etc/rstudio/rsession.conf"));
        assertTrue(settings.contains("session-default-working-dir=/run/atelier/own-files"), settings::toString);
        String files = Files.readString(Site.IMAGE.resolve("usr/lib/atelier/files"));
        assertTrue(files.contains("\"$FILES/Users/$workstation\" \"$RUN/own-files\""), files);
    }

    private static String version(String name) throws IOException {
        return component(name).path("version").textValue();
    }

    private static JsonNode component(String name) throws IOException {
        return json(Path.of("images", "versions.json")).path("components").path(name);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
