package atelier.sandbox.arm;

import atelier.sandbox.schema.FactPath;
import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** One direction: inputs become the body of a request. */
final class ToArm extends Conversion {
    // What ARM keeps outside of the properties of a nested resource.
    private static final Set<String> ENVELOPE =
            Set.of("id", "name", "type", "etag", "location", "tags", "zones", "sku", "identity", "extendedLocation");

    ToArm(ResourceType type) {
        super(type);
    }

    ObjectNode body(ObjectNode inputs) {
        ObjectNode body = JSON.objectNode();
        inputs.fields().forEachRemaining(input -> {
            String name = input.getKey();
            if (facts.inBody(name)) {
                Type property = type.inputs().property(name).map(Property::type).orElse(new Type.Any());
                place(body, facts.armPath(name), value(name, property, input.getValue()));
            }
        });
        return body;
    }

    private static void place(ObjectNode body, List<String> path, JsonNode value) {
        ObjectNode parent = body;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = parent.withObjectProperty(step);
        }
        parent.set(path.get(path.size() - 1), value);
    }

    @Override
    JsonNode list(String path, Type shape, ArrayNode array) {
        return isIdentities(path) ? identities(array) : super.list(path, shape, array);
    }

    @Override
    ObjectNode object(String path, ObjectType shape, ObjectNode object) {
        ObjectNode outer = JSON.objectNode();
        if (facts.idOnly().contains(path)) {
            outer.set("id", object.path("id"));
            return outer;
        }
        ObjectNode inner = facts.flatten().contains(path) ? JSON.objectNode() : outer;
        object.fields().forEachRemaining(member -> {
            String memberPath = FactPath.member(path, member.getKey());
            Type memberType = shape.property(member.getKey()).map(Property::type).orElse(new Type.Any());
            String armName = facts.rename().getOrDefault(memberPath, member.getKey());
            boolean enveloped = ENVELOPE.contains(member.getKey()) && !facts.inner().contains(memberPath);
            ObjectNode target = enveloped ? outer : inner;
            target.set(armName, value(memberPath, memberType, member.getValue()));
        });
        if (inner != outer && !inner.isEmpty()) {
            outer.set("properties", inner);
        }
        return outer;
    }

    private static boolean isIdentities(String path) {
        return path.endsWith("dentity.userAssignedIdentities");
    }

    private static ObjectNode identities(ArrayNode ids) {
        ObjectNode map = JSON.objectNode();
        ids.forEach(id -> map.set(id.asText(), JSON.objectNode()));
        return map;
    }
}
