package atelier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The four stacks that are deployed in tests: the committed example and three fixtures under src/test/resources/stacks. */
public final class Stacks {
    public static final List<String> ALL = List.of("dev", "minimal", "locked-down", "large");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stacks() {}

    /** The stack's configuration file. */
    public static Path file(String stack) {
        String name = "Pulumi." + stack + ".yaml";
        return stack.equals("dev") ? Path.of(name) : Path.of("src", "test", "resources", "stacks", name);
    }

    /** The configuration as the engine hands it to a program: whole keys, scalars as plain text, the rest as JSON. */
    public static Map<String, String> configuration(String stack) {
        try {
            return configuration(YAML.readTree(file(stack).toFile()).path("config"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same for a configuration that a test writes down. */
    public static Map<String, String> parse(String yaml) {
        try {
            return configuration(YAML.readTree(yaml).path("config"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> configuration(JsonNode config) {
        Map<String, String> values = new TreeMap<>();
        config.fields().forEachRemaining(entry -> values.put(entry.getKey(), text(entry.getValue())));
        return values;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : sorted(value).toString();
    }

    /** The CLI writes the keys of an object in order. */
    private static JsonNode sorted(JsonNode value) {
        if (!value.isContainerNode()) {
            return value;
        }
        if (value.isArray()) {
            var array = JSON.createArrayNode();
            value.forEach(element -> array.add(sorted(element)));
            return array;
        }
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        value.fields().forEachRemaining(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return JSON.valueToTree(fields);
    }
}
