package atelier.sandbox.arm;

import atelier.sandbox.schema.FactPath;
import atelier.sandbox.schema.Facts;
import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A walk through a value along its type; both directions take the same way and differ in what becomes of an object. */
abstract class Conversion {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final ResourceType type;
    final Facts facts;

    Conversion(ResourceType type) {
        this.type = type;
        this.facts = type.facts();
    }

    /** What becomes of an object with named properties. */
    abstract ObjectNode object(String path, ObjectType shape, ObjectNode object);

    /** What becomes of a list: each item on its own. */
    JsonNode list(String path, Type shape, ArrayNode array) {
        Type element = shape instanceof Type.ListOf list ? list.element() : new Type.Any();
        ArrayNode items = JSON.arrayNode();
        array.forEach(item -> items.add(value(FactPath.items(path), element, item)));
        return items;
    }

    /**
     * What becomes of a value; what has no parts stays as it is.
     *
     * @param path as the table writes it
     */
    final JsonNode value(String path, Type shape, JsonNode value) {
        if (value instanceof ArrayNode array) {
            return list(path, shape, array);
        }
        if (!(value instanceof ObjectNode object) || Sentinel.isSpecial(value)) {
            return value;
        }
        if (shape instanceof ObjectType nested) {
            return object(path, nested, object);
        }
        if (shape instanceof Type.MapOf map) {
            return map(path, map, object);
        }
        return shape instanceof Type.Union union ? variant(path, union, object) : value;
    }

    private ObjectNode map(String path, Type.MapOf map, ObjectNode object) {
        ObjectNode values = JSON.objectNode();
        object.fields().forEachRemaining(entry ->
                values.set(entry.getKey(), value(FactPath.values(path), map.element(), entry.getValue())));
        return values;
    }

    private ObjectNode variant(String path, Type.Union union, ObjectNode object) {
        String variant = object.path(union.discriminator()).asText();
        return Optional.ofNullable(union.variants().get(variant))
                .map(nested -> object(FactPath.variant(path, variant), nested, object)).orElse(object);
    }
}
