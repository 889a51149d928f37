package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** One mapping of azure.yaml, read strictly: what is missing, unknown or of another kind becomes a problem with its path. */
final class Fields {
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final String path;
    private final JsonNode node;
    private final List<String> problems;

    private Fields(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    static Fields root(JsonNode node, List<String> problems) {
        Fields root = new Fields("", node, problems);
        if (!node.isObject()) {
            root.problem("the file", node, "a mapping");
        }
        return root;
    }

    /** Every key that is not one of these is a problem. */
    Fields only(String... keys) {
        List<String> allowed = List.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                problems.add(below(key) + " is not a key: allowed are " + String.join(", ", allowed));
            }
        });
        return this;
    }

    Fields section(String key) {
        JsonNode child = required(key, "a mapping");
        if (!child.isMissingNode() && !child.isObject()) {
            problem(below(key), child, "a mapping");
        }
        return new Fields(below(key), child, problems);
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key, Pattern form, String allowed) {
        return text(below(key), required(key, allowed), form, allowed);
    }

    /** The text of a key as it stands, unjudged: to know what the file names elsewhere. */
    String shown(String key) {
        return node.path(key).asText();
    }

    String guid(String key) {
        return text(key, GUID, "a GUID in lower case");
    }

    int cores(String key) {
        return number(key, 0, Integer.MAX_VALUE);
    }

    /** A whole number; without a limit upwards when the highest is the highest there is. */
    int number(String key, int lowest, int highest) {
        String allowed = "a whole number from " + lowest + (highest == Integer.MAX_VALUE ? "" : " to " + highest);
        JsonNode child = required(key, allowed);
        if (child.isMissingNode()) {
            return lowest;
        }
        if (!child.isInt() || child.intValue() < lowest || child.intValue() > highest) {
            problem(below(key), child, allowed);
            return lowest;
        }
        return child.intValue();
    }

    boolean flag(String key) {
        JsonNode child = required(key, "true or false");
        if (!child.isMissingNode() && !child.isBoolean()) {
            problem(below(key), child, "true or false");
        }
        return child.booleanValue();
    }

    List<String> texts(String key, Pattern form, String allowed) {
        List<String> texts = new ArrayList<>();
        JsonNode list = list(key, allowed);
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(below(key) + "[" + i + "]", list.get(i), form, allowed));
        }
        return texts;
    }

    List<Integer> numbers(String key, List<Integer> allowed) {
        List<Integer> numbers = new ArrayList<>();
        JsonNode list = list(key, "one of " + allowed);
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isInt() || !allowed.contains(list.get(i).intValue())) {
                problem(below(key) + "[" + i + "]", list.get(i), "one of " + allowed);
            }
            numbers.add(list.get(i).intValue());
        }
        return numbers;
    }

    List<Fields> sections(String key) {
        List<Fields> sections = new ArrayList<>();
        JsonNode list = list(key, "a mapping");
        for (int i = 0; i < list.size(); i++) {
            String item = below(key) + "[" + i + "]";
            if (!list.get(i).isObject()) {
                problem(item, list.get(i), "a mapping");
            }
            sections.add(new Fields(item, list.get(i), problems));
        }
        return sections;
    }

    /** A mapping whose keys are names that the user chose. */
    <T> Map<String, T> map(String key, Pattern form, String allowed, BiFunction<String, Fields, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        Fields section = section(key);
        section.node.fields().forEachRemaining(entry -> {
            String child = section.below(entry.getKey());
            if (!form.matcher(entry.getKey()).matches()) {
                problems.add(child + " is not a key: allowed is " + allowed);
            }
            if (!entry.getValue().isObject()) {
                problem(child, entry.getValue(), "a mapping");
            }
            map.put(entry.getKey(), value.apply(entry.getKey(), new Fields(child, entry.getValue(), problems)));
        });
        return map;
    }

    /** The names that the user chose in a mapping whose values are read one by one. */
    List<String> keys(Pattern form, String allowed) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(key -> {
            if (!form.matcher(key).matches()) {
                problems.add(below(key) + " is not a key: allowed is " + allowed);
            }
            keys.add(key);
        });
        return keys;
    }

    /** Reports a value that has the right form and is still wrong. */
    void refuse(String key, String allowed) {
        problem(below(key), node.path(key), allowed);
    }

    private String text(String where, JsonNode value, Pattern form, String allowed) {
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            problem(where, value, allowed);
            return "";
        }
        return value.textValue();
    }

    private JsonNode list(String key, String allowed) {
        JsonNode child = required(key, "a list");
        if (!child.isMissingNode() && !child.isArray()) {
            problem(below(key), child, "a list, each item " + allowed);
            return MissingNode.getInstance();
        }
        return child;
    }

    private JsonNode required(String key, String allowed) {
        JsonNode child = node.path(key);
        // A section that is missing is reported once, not again for everything that should be in it.
        if (child.isMissingNode() && node.isObject()) {
            problems.add(below(key) + " is missing: allowed is " + allowed);
        }
        return child;
    }

    private void problem(String where, JsonNode value, String allowed) {
        String shown = value.isTextual() ? value.textValue() : value.toString();
        problems.add(where + " is '" + shown + "': allowed is " + allowed);
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
