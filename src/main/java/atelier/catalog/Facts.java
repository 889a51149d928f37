package atelier.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One object of a fact file, read strictly: no value is converted into another type, and {@link #read} fails on a key that
 * nothing asked for.
 *
 * <p>The files are part of the program, so a mistake in one is an {@link IllegalStateException} that names file and place.
 */
final class Facts {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String place;
    private final JsonNode node;
    private final Set<String> asked = new TreeSet<>();

    private Facts(String place, JsonNode node) {
        this.place = place;
        this.node = node;
        require(node.isObject(), "is not an object");
    }

    /** Reads a fact file of this package. */
    static <T> T file(String name, Function<Facts, T> reader) {
        try (InputStream stream = Facts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its fact file " + name);
            }
            return read(name, JSON.readTree(stream), reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " is not well-formed", unreadable);
        }
    }

    /** Reads one object and insists that all of it was used. */
    static <T> T read(String place, JsonNode node, Function<Facts, T> reader) {
        Facts facts = new Facts(place, node);
        T value = reader.apply(facts);
        node.fieldNames().forEachRemaining(key -> facts.require(facts.asked.contains(key), "has the unknown key " + key));
        return value;
    }

    String text(String key) {
        JsonNode value = get(key);
        require(value.isTextual() && !value.textValue().isBlank(), key + " is not a text");
        return value.textValue();
    }

    int number(String key) {
        JsonNode value = get(key);
        require(value.isInt(), key + " is not a whole number");
        return value.intValue();
    }

    double fraction(String key) {
        JsonNode value = get(key);
        require(value.isNumber(), key + " is not a number");
        return value.doubleValue();
    }

    boolean flag(String key) {
        JsonNode value = get(key);
        require(value.isBoolean(), key + " is neither true nor false");
        return value.booleanValue();
    }

    /** An exact decimal, written as a text so that no binary fraction creeps in. */
    BigDecimal decimal(String key) {
        String text = text(key);
        require(text.matches("[0-9]+(\\.[0-9]+)?"), key + " is not a decimal");
        return new BigDecimal(text);
    }

    LocalDate date(String key) {
        String text = text(key);
        require(text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"), key + " is not a date");
        return LocalDate.parse(text);
    }

    <T> Optional<T> optional(String key, Function<Facts, T> reader) {
        asked.add(key);
        return node.has(key) ? Optional.of(object(key, reader)) : Optional.empty();
    }

    Optional<LocalDate> optionalDate(String key) {
        asked.add(key);
        return node.has(key) ? Optional.of(date(key)) : Optional.empty();
    }

    <T> T object(String key, Function<Facts, T> reader) {
        return read(place + "." + key, get(key), reader);
    }

    <T> List<T> objects(String key, Function<Facts, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : array(key)) {
            values.add(read(place + "." + key + "[" + values.size() + "]", element, reader));
        }
        return List.copyOf(values);
    }

    List<String> texts(String key) {
        List<String> values = new ArrayList<>();
        for (JsonNode element : array(key)) {
            require(element.isTextual(), key + " has an element that is not a text");
            values.add(element.textValue());
        }
        return List.copyOf(values);
    }

    /** The keys of this object, in the order of the file. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    IllegalStateException wrong(String what) {
        return new IllegalStateException(place + " " + what);
    }

    private JsonNode array(String key) {
        JsonNode value = get(key);
        require(value.isArray(), key + " is not a list");
        return value;
    }

    private JsonNode get(String key) {
        asked.add(key);
        require(node.has(key), "lacks " + key);
        return node.get(key);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw wrong(what);
        }
    }
}
