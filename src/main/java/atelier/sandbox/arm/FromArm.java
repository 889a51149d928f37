package atelier.sandbox.arm;

import atelier.sandbox.schema.FactPath;
import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The other direction: what ARM answers becomes outputs. */
final class FromArm extends Conversion {
    FromArm(ResourceType type) {
        super(type);
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

    @Override
    ObjectNode object(String path, ObjectType shape, ObjectNode object) {
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
