package atelier.sandbox.arm;

import atelier.sandbox.schema.IdTemplate;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Where the inputs of a resource put it in ARM. */
public final class ResourceId {
    private ResourceId() {}

    /** The id that ARM answers with, or empty while the name or the scope of the resource is not known. */
    public static Optional<String> of(ResourceType type, String subscription, ObjectNode inputs) {
        String name = type.facts().nameParameter();
        boolean hidden = Sentinel.isUnknown(inputs.path(name)) || Sentinel.isUnknown(inputs.path("scope"))
                || Sentinel.isUnknown(inputs.path("resourceUri"));
        IdTemplate template = type.facts().responseId().orElse(type.facts().id());
        return hidden ? Optional.empty() : Optional.of(fill(template, subscription, inputs));
    }

    /** The id of a resource group. */
    public static String ofGroup(String subscription, String name) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + name;
    }

    /** ARM's name for the type of the resource with this id; for a DNS record its last part is the record type. */
    public static String armType(ResourceType type, String id) {
        Map<String, String> path = type.facts().id().match(id).orElse(Map.of());
        return new IdTemplate(type.facts().armType()).fill(parameter -> path.getOrDefault(parameter, parameter));
    }

    private static String fill(IdTemplate template, String subscription, ObjectNode inputs) {
        return template.fill(parameter -> {
            JsonNode value = inputs.path(parameter);
            return parameter.equals(IdTemplate.SUBSCRIPTION) ? subscription : value.asText();
        });
    }
}
