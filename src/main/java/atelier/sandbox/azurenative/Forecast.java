package atelier.sandbox.azurenative;

import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outputs of a preview: an input of the same name and type is taken over, everything else is unknown. */
final class Forecast {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Forecast() {}

    static ObjectNode outputs(ResourceType type, ObjectNode inputs) {
        return object(type.outputs(), inputs);
    }

    private static ObjectNode object(ObjectType shape, ObjectNode inputs) {
        ObjectNode outputs = JSON.objectNode();
        for (Property property : shape.properties().values()) {
            JsonNode input = inputs.path(property.name());
            outputs.set(property.name(), input.isMissingNode() ? Sentinel.unknown() : value(property.type(), input));
        }
        return outputs;
    }

    private static JsonNode value(Type shape, JsonNode input) {
        if (shape instanceof ObjectType nested && input instanceof ObjectNode object) {
            return object(nested, object);
        }
        if (shape instanceof Type.ListOf list && input instanceof ArrayNode array) {
            ArrayNode items = JSON.arrayNode();
            array.forEach(item -> items.add(value(list.element(), item)));
            return items;
        }
        if (shape instanceof Type.MapOf map && input instanceof ObjectNode object) {
            ObjectNode values = JSON.objectNode();
            object.fields().forEachRemaining(entry -> values.set(entry.getKey(), value(map.element(), entry.getValue())));
            return values;
        }
        return fits(shape, input) ? input : Sentinel.unknown();
    }

    private static boolean fits(Type shape, JsonNode input) {
        if (!(shape instanceof Type.Scalar scalar)) {
            return false;
        }
        return switch (scalar) {
            case STRING -> input.isTextual();
            case BOOLEAN -> input.isBoolean();
            case INTEGER, NUMBER -> input.isNumber();
        };
    }
}
