package atelier.config;

import atelier.model.Spec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack's configuration file that can be edited as {@code pulumi config} edits it, with what CLI 3.259 was seen to do:
 * maps and lists on the way are created, a top-level text gives way to them, anything else of another shape is an error; a
 * list grows by one at its end; a value that replaces a quoted text is quoted too, so a text stays a text. (A whole map or
 * list that is stored as a JSON text is out of reach of these commands: one that sets replaces all of it.)
 */
final class Configuration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("\\[\"((?:[^\"\\\\]|\\\\\"|\\\\)*?)\"\\]|\\[([0-9]+)\\]|\\.?([^.\\[]+)");

    private static final ObjectNode DEV = readDev();

    private final ObjectNode values;

    private Configuration(ObjectNode values) {
        this.values = values;
    }

    /** The worked example. */
    static Configuration dev() {
        return new Configuration(DEV.deepCopy());
    }

    private static ObjectNode readDev() {
        try {
            return (ObjectNode) new YAMLMapper().readTree(Path.of("Pulumi.dev.yaml").toFile()).get("config");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Configuration empty() {
        return new Configuration(JSON.createObjectNode());
    }

    /** What the engine hands over: texts as they are, everything else as JSON. */
    Map<String, String> handedOver() {
        Map<String, String> handedOver = new TreeMap<>();
        values.fields().forEachRemaining(entry -> handedOver.put(
                entry.getKey(), entry.getValue().isTextual() ? entry.getValue().textValue() : entry.getValue().toString()));
        return handedOver;
    }

    Spec read() {
        return ConfigReader.read(handedOver());
    }

    JsonNode at(String path) {
        JsonNode node = values;
        for (Object step : steps(path)) {
            node = step instanceof Integer index ? node.path(index) : node.path((String) step);
        }
        return node;
    }

    Configuration set(String path, JsonNode value) {
        put(steps(path), value);
        return this;
    }

    Configuration json(String path, String json) {
        return set(path, parsed(json));
    }

    Configuration text(String path, String text) {
        return set(path, TextNode.valueOf(text));
    }

    Configuration remove(String path) {
        List<Object> steps = steps(path);
        JsonNode parent = values;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            parent = step instanceof Integer index ? parent.path(index) : parent.path((String) step);
        }
        Object last = steps.get(steps.size() - 1);
        if (last instanceof Integer index) {
            ((ArrayNode) parent).remove(index);
        } else if (parent.isObject()) {
            ((ObjectNode) parent).remove((String) last);
        }
        return this;
    }

    /** Runs a command line of a problem. */
    Configuration run(String commandLine) {
        for (String command : commandLine.split(" && (?=pulumi )")) {
            List<String> words = words(command);
            if (words.subList(0, 4).equals(List.of("pulumi", "config", "rm", "--path")) && words.size() == 5) {
                remove(words.get(4));
            } else if (words.subList(0, 4).equals(List.of("pulumi", "config", "set", "--path"))) {
                boolean text = words.size() >= 8 && words.subList(5, 7).equals(List.of("--type", "string"));
                String value = words.get(words.size() - 1);
                boolean typed = !text && value.matches("true|false|-?[0-9]+") && !at(words.get(4)).isTextual();
                set(words.get(4), typed ? parsed(value) : TextNode.valueOf(value));
            } else {
                throw new IllegalArgumentException(command);
            }
        }
        return this;
    }

    private void put(List<Object> steps, JsonNode value) {
        JsonNode node = values;
        for (int i = 0; i < steps.size() - 1; i++) {
            node = descend(node, steps.get(i), steps.get(i + 1) instanceof Integer, i == 0);
        }
        store(node, steps.get(steps.size() - 1), value);
    }

    private static JsonNode descend(JsonNode parent, Object step, boolean list, boolean top) {
        JsonNode child = step instanceof Integer index ? parent.path(index) : parent.path((String) step);
        if (child.isMissingNode() || child.isNull() || top && child.isTextual()) {
            child = list ? JSON.createArrayNode() : JSON.createObjectNode();
            store(parent, step, child);
        }
        if (child.isArray() != list || !child.isContainerNode()) {
            throw new IllegalStateException(step + ": expected " + (list ? "a list" : "a map"));
        }
        return child;
    }

    private static void store(JsonNode parent, Object step, JsonNode value) {
        if (step instanceof Integer index) {
            ArrayNode list = (ArrayNode) parent;
            if (index > list.size()) {
                throw new IllegalStateException("[" + index + "]: array index out of range");
            }
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else {
            ((ObjectNode) parent).set((String) step, value);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    /** {@code atelier:a.b[0]["c d"]} as "atelier:a", "b", 0, "c d". */
    private static List<Object> steps(String path) {
        int colon = path.indexOf(':');
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path.substring(colon + 1));
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            steps.add(step(matcher));
            end = matcher.end();
        }
        if (end != path.length() - colon - 1) {
            throw new IllegalArgumentException(path);
        }
        steps.set(0, path.substring(0, colon + 1) + steps.get(0));
        return steps;
    }

    private static Object step(Matcher matcher) {
        if (matcher.group(1) != null) {
            return matcher.group(1).replace("\\\"", "\"");
        }
        return matcher.group(2) != null ? (Object) Integer.valueOf(matcher.group(2)) : matcher.group(3);
    }

    /** Splits a command as sh does, for words that are bare or in single quotes. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:'[^']*'|\\\\'|[^\\s'\\\\])+").matcher(command);
        while (matcher.find()) {
            words.add(matcher.group().replace("'\\''", "\u0000").replace("'", "").replace("\u0000", "'"));
        }
        return words;
    }
}
