package atelier.sandbox.azurenative;

import atelier.sandbox.arm.ArmShape;
import atelier.sandbox.arm.ResourceId;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Subscription;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * azure-native's functions: who is signed in, {@code get<Type>} for every type of the table, and {@code list<Type><What>},
 * which is ARM's action {@code list<What>} on a resource of that type.
 */
final class Functions {
    private final Schema schema;
    private final ArmShape shape;
    private final Cloud cloud;

    Functions(Schema schema, ArmShape shape, Cloud cloud) {
        this.schema = schema;
        this.shape = shape;
        this.cloud = cloud;
    }

    Invoked invoke(String token, ObjectNode arguments) {
        switch (token) {
            case "azure-native:authorization:getClientConfig":
                return Invoked.of(clientConfig());
            case "azure-native:authorization:getClientToken":
                return Invoked.of(JsonNodeFactory.instance.objectNode().put("token", "the sandbox signs nobody in"));
            default:
                String module = token.substring(0, token.lastIndexOf(':') + 1);
                String function = token.substring(module.length());
                return function.startsWith("get") ? get(module + function.substring("get".length()), token, arguments)
                        : list(module, function, token, arguments);
        }
    }

    private ObjectNode clientConfig() {
        Subscription who = cloud.subscription();
        return JsonNodeFactory.instance.objectNode().put("clientId", who.clientId()).put("objectId", who.objectId())
                .put("subscriptionId", who.subscriptionId()).put("tenantId", who.tenantId());
    }

    private Invoked get(String resourceToken, String token, ObjectNode arguments) {
        ResourceType type = schema.find(resourceToken).orElseThrow(() -> unknown(token));
        List<String> missing = missing(type, arguments);
        if (!missing.isEmpty()) {
            return Invoked.refused(missing);
        }
        try {
            ObjectNode body = cloud.existing(id(type, arguments));
            ObjectNode result = shape.toOutputs(resourceToken, body);
            result.set("id", body.path("id"));
            return Invoked.of(result);
        } catch (ArmError error) {
            throw Refusal.of(error);
        }
    }

    private Invoked list(String module, String function, String token, ObjectNode arguments) {
        ResourceType type = schema.facts().keySet().stream()
                .filter(known -> known.startsWith(module))
                .filter(known -> function.startsWith("list" + known.substring(module.length())))
                .max(Comparator.comparingInt(String::length))
                .flatMap(schema::find).orElseThrow(() -> unknown(token));
        List<String> missing = missing(type, arguments);
        if (!missing.isEmpty()) {
            return Invoked.refused(missing);
        }
        String action = "list" + function.substring(("list" + type.token().substring(module.length())).length());
        ObjectNode body = arguments.deepCopy().without(type.facts().id().parameters());
        try {
            JsonNode answer = cloud.post(id(type, arguments), action, body);
            return Invoked.of((ObjectNode) answer);
        } catch (ArmError error) {
            throw Refusal.of(error);
        }
    }

    private static List<String> missing(ResourceType type, ObjectNode arguments) {
        return type.facts().id().parameters().stream().filter(parameter -> !arguments.hasNonNull(parameter))
                .map(parameter -> "missing required property '" + parameter + "'").toList();
    }

    private String id(ResourceType type, ObjectNode arguments) {
        Optional<String> id = ResourceId.of(type, cloud.subscription().subscriptionId(), arguments);
        return id.orElseThrow(() -> new Refusal("a function was called with an argument that is not known yet"));
    }

    private static Refusal unknown(String token) {
        return new Refusal("the sandbox does not simulate the function " + token
                + "; it has authorization:getClientConfig and getClientToken, and get<Type> and list<Type><What> "
                + "for the types that it simulates");
    }
}
