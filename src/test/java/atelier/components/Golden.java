package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The registered inputs of some resources as a file in {@code src/test/resources/components}, with the workstation's document
 * readable and every key in order. Run the test with {@code -Dgolden.write=true} to write the file anew, then read what
 * differs.
 */
final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Golden() {}

    static void assertInputs(String file, Recorded recorded) {
        Path path = Path.of("src", "test", "resources", "components", file);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(path, text(recorded));
            }
            assertEquals(Files.readString(path), text(recorded), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The document in a machine's {@code userData}. */
    static JsonNode userData(Registration machine) {
        try {
            return JSON.readTree(decoded(machine.text("userData")));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String text(Recorded recorded) throws IOException {
        Map<String, Object> inputs = new TreeMap<>();
        for (Registration registration : recorded.all()) {
            String name = registration.shortType() + " " + registration.name();
            inputs.put(name, JSON.treeToValue(readable(registration), Object.class));
        }
        return JSON.writeValueAsString(inputs) + "\n";
    }

    private static JsonNode readable(Registration registration) {
        ObjectNode inputs = registration.inputs().deepCopy();
        if (inputs.has("userData")) {
            inputs.set("userData", userData(registration));
            ((ObjectNode) inputs.get("osProfile")).put("customData", "boot/custom-data.yaml");
        }
        return inputs;
    }
}
