package atelier.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.Operation;
import atelier.testing.engine.Plan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Words for changes of the stack dev and for what they do. */
final class Dev {
    /** A user of the simulated directory. */
    static final String OTHER_USER = "6e1a9f7b-482d-43ad-8516-4f3c7a5d1e94";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Dev() {}

    /** A change of one section, like {@code team}. */
    static Consumer<ObjectNode> section(String name, String yaml) {
        return at("/atelier:" + name, yaml);
    }

    /** A change of the object at a JSON pointer below {@code config}. */
    static Consumer<ObjectNode> at(String pointer, String yaml) {
        return config -> ((ObjectNode) config.at(pointer)).setAll((ObjectNode) read(yaml));
    }

    /** A change of one workstation. */
    static Consumer<ObjectNode> workstation(String name, String yaml) {
        return config -> config.path("atelier:workstations").forEach(workstation -> {
            if (workstation.path("name").asText().equals(name)) {
                ((ObjectNode) workstation).setAll((ObjectNode) read(yaml));
            }
        });
    }

    /** One more workstation, the first of the list. */
    static Consumer<ObjectNode> newWorkstation(String yaml) {
        return config -> ((ArrayNode) config.path("atelier:workstations")).insert(0, read(yaml));
    }

    /** So many cores for workstations of a family. */
    static Consumer<ObjectNode> cores(String family, int cores) {
        return at("/atelier:quota/compute/families", family + ": " + cores);
    }

    /** Asserts that an operation succeeded and changed exactly this, one line a resource as in {@link Plan}. */
    static void assertPlan(String expected, Operation operation) {
        assertEquals(expected, Plan.of(operation.succeeded()).text());
    }

    static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
