package atelier.sandbox.arm;

import atelier.sandbox.schema.FactPath;
import atelier.sandbox.schema.Facts;
import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The other direction: what ARM answers becomes outputs. */
final class FromArm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ResourceType type;
    private final Facts facts;

    FromArm(ResourceType type) {
        this.type = type;
        this.facts = type.facts();
    }

    ObjectNode outputs(ObjectNode body) {
        ObjectNode outputs = JSON.objectNode();
        for (Property property : type.outputs().properties().values()) {
            JsonNode found = find(body, property.name());
            if (!found.isMissingNode() && !found.isNull()) {
                outputs.set(property.name(), value(property.name(), property.type(), found));
            }
        }
        return outputs;
    }

    // Inputs come back where they went; what ARM adds is in the envelope (name, type, systemData) or else in the properties.
    private JsonNode find(ObjectNode body, String name) {
        if (type.inputs().property(name).isPresent() && facts.inBody(name)) {
            return at(body, facts.armPath(name));
        }
        JsonNode outer = name.equals("properties") ? MissingNode.getInstance() : member(body, name);
        return outer.isMissingNode() ? member(body.path("properties"), name) : outer;
    }

    private static JsonNode at(JsonNode body, List<String> path) {
        JsonNode node = body;
        for (String step : path) {
            node = member(node, step);
        }
        return node;
    }

    // ARM is not consistent in upper and lower case (Application Insights answers AppId).
    private static JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return exact;
    }

    private JsonNode value(String path, Type shape, JsonNode value) {
        if (value instanceof ArrayNode array && shape instanceof Type.ListOf list) {
            ArrayNode items = JSON.arrayNode();
            array.forEach(item -> items.add(value(FactPath.items(path), list.element(), item)));
            return items;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        if (shape instanceof ObjectType nested) {
            return object(path, nested, object);
        }
        if (shape instanceof Type.MapOf map) {
            ObjectNode values = JSON.objectNode();
            object.fields().forEachRemaining(entry ->
                    values.set(entry.getKey(), value(FactPath.values(path), map.element(), entry.getValue())));
            return values;
        }
        if (shape instanceof Type.Union union) {
            String variant = object.path(union.discriminator()).asText();
            return Optional.ofNullable(union.variants().get(variant))
                    .map(nested -> object(FactPath.variant(path, variant), nested, object)).orElse(object);
        }
        return value;
    }

    private JsonNode object(String path, ObjectType shape, ObjectNode object) {
        boolean flattened = shape.property("properties").isEmpty() && object.path("properties").isObject();
        ObjectNode outputs = JSON.objectNode();
        for (Property property : shape.properties().values()) {
            String memberPath = FactPath.member(path, property.name());
            String armName = facts.rename().getOrDefault(memberPath, property.name());
            JsonNode found = member(object, armName);
            if (found.isMissingNode() && flattened) {
                found = member(object.path("properties"), armName);
            }
            if (!found.isMissingNode() && !found.isNull()) {
                outputs.set(property.name(), value(memberPath, property.type(), found));
            }
        }
        return outputs;
    }
}
