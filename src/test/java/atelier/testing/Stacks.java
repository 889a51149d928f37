package atelier.testing;

import atelier.Program;
import atelier.config.ConfigReader;
import atelier.model.Spec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The four stacks that are deployed in tests: the committed example and three fixtures under src/test/resources/stacks. */
public final class Stacks {
    public static final List<String> ALL = List.of("dev", "minimal", "locked-down", "large");

    /** The day on which every test takes place. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Deployed> DEPLOYED = new ConcurrentHashMap<>();

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

    public static Spec spec(String stack) {
        return ConfigReader.read(configuration(stack));
    }

    /** The stack after the whole program has run under mocks; run once, every later call gives the same. */
    public static Deployed deployed(String stack) {
        return DEPLOYED.computeIfAbsent(stack, Stacks::deployedAgain);
    }

    /** The same from another run. */
    public static Deployed deployedAgain(String stack) {
        Spec spec = spec(stack);
        return Mocked.run(stack, spec.region().name(), context -> Program.build(context, spec, CLOCK));
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
