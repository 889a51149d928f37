package atelier.agent.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One object of the document, key by key; whoever has read all keys that it knows calls {@link #end}. */
final class Fields {
    private static final int SHOWN = 60;

    private final String path;
    private final JsonNode object;
    private final Set<String> known = new HashSet<>();

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    static Fields of(String path, JsonNode node) throws InvalidDocument {
        if (!node.isObject()) {
            throw new InvalidDocument(path.isEmpty() ? "the document" : path, shown(node), "an object");
        }
        return new Fields(path, node);
    }

    Fields object(String key) throws InvalidDocument {
        return of(path(key), required(key, "an object"));
    }

    Optional<Fields> optionalObject(String key) throws InvalidDocument {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    /** A text that a parser turns into a value; the parser throws a {@link RuntimeException} for what it refuses. */
    <T> T text(String key, String allowed, Function<String, T> parser) throws InvalidDocument {
        return parse(path(key), required(key, allowed), allowed, parser);
    }

    String text(String key, String pattern, String allowed) throws InvalidDocument {
        return text(key, allowed, matching(pattern));
    }

    Optional<String> optionalText(String key, String pattern, String allowed) throws InvalidDocument {
        return has(key) ? Optional.of(text(key, pattern, allowed)) : Optional.empty();
    }

    boolean bool(String key) throws InvalidDocument {
        JsonNode value = required(key, "true or false");
        if (!value.isBoolean()) {
            throw new InvalidDocument(path(key), shown(value), "true or false");
        }
        return value.booleanValue();
    }

    JsonNode required(String key, String allowed) throws InvalidDocument {
        if (!has(key)) {
            throw new InvalidDocument(path(key), "missing", allowed);
        }
        return object.get(key);
    }

    boolean has(String key) {
        known.add(key);
        return object.has(key);
    }

    /** Refuses every key that nobody has asked for. */
    void end() throws InvalidDocument {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new InvalidDocument(path(unknown.iterator().next()), "an unknown key", "one of " + new TreeSet<>(known));
        }
    }

    static <T> T parse(String path, JsonNode value, String allowed, Function<String, T> parser) throws InvalidDocument {
        if (!value.isTextual()) {
            throw new InvalidDocument(path, shown(value), allowed);
        }
        try {
            return parser.apply(value.textValue());
        } catch (RuntimeException refused) {
            throw new InvalidDocument(path, shown(value), allowed);
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static Function<String, String> matching(String pattern) {
        return text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
