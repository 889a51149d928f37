package atelier.sandbox.arm;

import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Outputs in the shape of inputs: what only ARM sets is left out. */
final class ToInputs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ResourceType type;

    ToInputs(ResourceType type) {
        this.type = type;
    }

    ObjectNode inputs(ObjectNode outputs) {
        ObjectNode inputs = object(type.inputs(), outputs);
        inputs.remove(type.facts().id().parameters());
        return inputs;
    }

    private static ObjectNode object(ObjectType shape, ObjectNode outputs) {
        ObjectNode inputs = JSON.objectNode();
        for (Property property : shape.properties().values()) {
            JsonNode output = outputs.path(property.name());
            if (!output.isMissingNode() && !output.isNull()) {
                inputs.set(property.name(), value(property.type(), output));
            }
        }
        return inputs;
    }

    private static JsonNode value(Type shape, JsonNode output) {
        if (shape instanceof Type.ListOf list) {
            return list(list.element(), output);
        }
        if (!(output instanceof ObjectNode object)) {
            return output;
        }
        if (shape instanceof ObjectType nested) {
            return object(nested, object);
        }
        if (shape instanceof Type.MapOf map) {
            ObjectNode values = JSON.objectNode();
            object.fields().forEachRemaining(entry -> values.set(entry.getKey(), value(map.element(), entry.getValue())));
            return values;
        }
        if (shape instanceof Type.Union union) {
            return Optional.ofNullable(union.variants().get(object.path(union.discriminator()).asText()))
                    .map(nested -> object(nested, object)).orElse(object);
        }
        return output;
    }

    // Where users list ids, ARM answers with a map from id to what it knows of each (user-assigned identities).
    private static JsonNode list(Type element, JsonNode output) {
        ArrayNode items = JSON.arrayNode();
        if (output instanceof ObjectNode map) {
            map.fieldNames().forEachRemaining(items::add);
        } else {
            output.forEach(item -> items.add(value(element, item)));
        }
        return items;
    }
}
