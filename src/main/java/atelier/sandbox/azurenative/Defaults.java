package atelier.sandbox.azurenative;

import atelier.sandbox.arm.ResourceId;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.schema.Facts;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** What azure-native fills in: the name and the location of a resource that was given none. */
final class Defaults {
    /** Tells the next plan that the name is made up, so that a replacement can be created before the old one is deleted. */
    static final String CREATE_BEFORE_DELETE = "__createBeforeDelete";
    private static final int RANDOM_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cloud cloud;
    private final Optional<String> configuredLocation;

    Defaults(Cloud cloud, Optional<String> configuredLocation) {
        this.cloud = cloud;
        this.configuredLocation = configuredLocation;
    }

    /** Adds a name and a location to the inputs where there are none; what an earlier run chose stays. */
    void fill(ResourceType type, String name, ObjectNode olds, ObjectNode inputs) {
        fillName(type, name, olds, inputs);
        fillLocation(type, olds, inputs);
    }

    private void fillName(ResourceType type, String name, ObjectNode olds, ObjectNode inputs) {
        String parameter = type.facts().nameParameter();
        boolean asked = type.inputs().property(parameter).map(Property::required).orElse(true);
        if (asked || inputs.hasNonNull(parameter)) {
            return;
        }
        if (olds.hasNonNull(parameter)) {
            inputs.set(parameter, olds.get(parameter));
            if (olds.has(CREATE_BEFORE_DELETE)) {
                inputs.set(CREATE_BEFORE_DELETE, olds.get(CREATE_BEFORE_DELETE));
            }
            return;
        }
        inputs.put(parameter, autoName(type.facts().autoName(), name));
        if (type.facts().autoName() == Facts.AutoName.RANDOM) {
            inputs.put(CREATE_BEFORE_DELETE, true);
        }
    }

    private static String autoName(Facts.AutoName strategy, String name) {
        switch (strategy) {
            case RANDOM:
                byte[] bytes = new byte[RANDOM_BYTES];
                RANDOM.nextBytes(bytes);
                return name + HexFormat.of().formatHex(bytes);
            case UUID:
                return UUID.randomUUID().toString();
            default:
                return name;
        }
    }

    private void fillLocation(ResourceType type, ObjectNode olds, ObjectNode inputs) {
        if (type.facts().autoLocation() && !inputs.hasNonNull("location")) {
            location(olds, inputs).ifPresent(location -> inputs.set("location", location));
        }
    }

    private Optional<JsonNode> location(ObjectNode olds, ObjectNode inputs) {
        if (olds.hasNonNull("location")) {
            return Optional.of(olds.get("location"));
        }
        if (configuredLocation.isPresent()) {
            return configuredLocation.map(TextNode::valueOf);
        }
        JsonNode group = inputs.path("resourceGroupName");
        if (Sentinel.isUnknown(group)) {
            return Optional.of(Sentinel.unknown());
        }
        return Optional.of(group).filter(JsonNode::isTextual)
                .flatMap(name -> cloud.get(ResourceId.ofGroup(cloud.subscription().subscriptionId(), name.textValue())))
                .map(body -> body.path("location")).filter(JsonNode::isTextual);
    }
}
