package atelier.box.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Ways that workstations are reached, each with a document and the settings that the front gets from it. */
enum Site {
    /** A personal workstation under the name that Azure gives to a public address. */
    PUBLIC("user-data-personal.json", "vision-ada-0a1b2c.westeurope.cloudapp.azure.com"),
    /** A shared one under the team's own domain. */
    DOMAIN("user-data-shared.json", "ada.ml.example.com"),
    /** A shared one in a private zone, which people also reach through a tunnel. */
    PRIVATE("user-data-shared.json", "ada.vision-0a1b2c.internal");

    /** What is rendered: file below /run/atelier, template. */
    record Rendered(String file, String template) {}

    static final List<Rendered> FILES = List.of(
            new Rendered("nginx/server-name.conf", "nginx-server-name.conf"),
            new Rendered("nginx/workstation.conf", "nginx-workstation.conf"),
            new Rendered("oauth2-proxy/oauth2-proxy.cfg", "oauth2-proxy.cfg"));

    static final Path IMAGE = Path.of("images", "files");
    private static final Path TEMPLATES = IMAGE.resolve("usr/share/atelier/templates");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "box", "front");

    private final String document;
    private final String host;

    Site(String document, String host) {
        this.document = document;
        this.host = host;
    }

    String host() {
        return host;
    }

    JsonNode document() {
        try {
            Path file = Path.of("src", "test", "resources", "boot", document);
            return ((ObjectNode) new ObjectMapper().readTree(file.toFile())).put("host", host);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String template(Rendered rendered) {
        return read(TEMPLATES.resolve(rendered.template()));
    }

    String golden(Rendered rendered) {
        return read(goldenFolder().resolve(Path.of(rendered.file()).getFileName()));
    }

    Path goldenFolder() {
        return GOLDEN.resolve(name().toLowerCase(Locale.ROOT));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
