package atelier.testing.golden;

import atelier.boot.CustomData;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All resources of one stack in a file, one line each: type and name, then the inputs with their keys in order.
 *
 * <p>Boot data is written decoded, so that a reader sees what changed in it. {@code -Dgolden.update=true} writes the files
 * anew; look at the difference before you commit it.
 */
public final class GoldenInputs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static final Pattern GROUP =
            Pattern.compile("/subscriptions/[0-9a-f-]{36}/resourceGroups/atelier-[a-z]+-(data|compute)(?=[/\"])");

    private GoldenInputs() {}

    /** What differs between a stack and its file, resource by resource and path by path; empty when nothing does. */
    public static List<String> differences(String stack, Recorded recorded) {
        SortedMap<String, JsonNode> actual = lines(recorded);
        Path file = FOLDER.resolve(stack + ".json");
        if (Boolean.getBoolean("golden.update")) {
            write(file, actual);
        }
        return differences(read(file), actual);
    }

    /** What differs between two runs. */
    public static List<String> differences(Recorded expected, Recorded actual) {
        return differences(lines(expected), lines(actual));
    }

    /** The resources in the file of a stack: type, a space and the Pulumi name. */
    public static SortedSet<String> resources(String stack) {
        return new TreeSet<>(read(FOLDER.resolve(stack + ".json")).keySet());
    }

    static List<String> differences(SortedMap<String, JsonNode> expected, SortedMap<String, JsonNode> actual) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (String key : keys) {
            if (!actual.containsKey(key)) {
                differences.add("- " + key);
            } else if (!expected.containsKey(key)) {
                differences.add("+ " + key + " " + actual.get(key));
            } else {
                compare(key, "", expected.get(key), actual.get(key), differences);
            }
        }
        return differences;
    }

    static SortedMap<String, JsonNode> lines(Recorded recorded) {
        SortedMap<String, JsonNode> lines = new TreeMap<>();
        for (Registration registration : recorded.resources().all()) {
            if (lines.put(registration.toString(), asWritten(sorted(readable(registration)))) != null) {
                throw new AssertionError(registration + " was registered twice");
            }
        }
        return lines;
    }

    private static void compare(String key, String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.equals(actual)) {
            return;
        }
        if (!expected.isContainerNode() || expected.getNodeType() != actual.getNodeType()) {
            differences.add("~ " + key + path + ": " + expected + " -> " + (actual.isMissingNode() ? "nothing" : actual));
            return;
        }
        TreeSet<String> fields = new TreeSet<>();
        expected.fieldNames().forEachRemaining(fields::add);
        actual.fieldNames().forEachRemaining(fields::add);
        fields.forEach(field -> compare(key, path + "." + field, expected.path(field), actual.path(field), differences));
        for (int i = 0; expected.isArray() && i < Math.max(expected.size(), actual.size()); i++) {
            compare(key, path + "[" + i + "]", expected.path(i), actual.path(i), differences);
        }
    }

    private static JsonNode readable(Registration registration) {
        JsonNode inputs = registration.inputs().deepCopy();
        decode(inputs, "userData");
        decode(inputs.path("osProfile"), "customData");
        return abbreviated(inputs);
    }

    /** The two resource groups' ids and the constant boot document make up a third of a file and tell a reader nothing. */
    private static JsonNode abbreviated(JsonNode inputs) {
        String text = inputs.toString()
                .replace(JSON.getNodeFactory().textNode(CustomData.text()).toString(), "\"{the constant document}\"");
        return parsed(GROUP.matcher(text).replaceAll("{$1}"));
    }

    private static void decode(JsonNode holder, String field) {
        if (holder.path(field).isTextual()) {
            byte[] bytes = Base64.getDecoder().decode(holder.get(field).asText());
            ((ObjectNode) holder).set(field, parsed(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    /** Through text, so that a number compares as the same whether it was read from a file or not. */
    private static JsonNode asWritten(JsonNode node) {
        return parsed(node.toString());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException plainText) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        node.fields().forEachRemaining(field -> fields.put(field.getKey(), sorted(field.getValue())));
        ObjectNode object = JSON.createObjectNode();
        fields.forEach(object::set);
        return object;
    }

    private static SortedMap<String, JsonNode> read(Path file) {
        try {
            SortedMap<String, JsonNode> lines = new TreeMap<>();
            Iterator<Map.Entry<String, JsonNode>> fields = JSON.readTree(file.toFile()).fields();
            fields.forEachRemaining(field -> lines.put(field.getKey(), field.getValue()));
            return lines;
        } catch (IOException missing) {
            throw new UncheckedIOException("run with -Dgolden.update=true to write " + file, missing);
        }
    }

    private static void write(Path file, SortedMap<String, JsonNode> lines) {
        List<String> texts = lines.entrySet().stream()
                .map(line -> JSON.getNodeFactory().textNode(line.getKey()) + ": " + line.getValue())
                .toList();
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file, "{\n" + String.join(",\n", texts) + "\n}\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
