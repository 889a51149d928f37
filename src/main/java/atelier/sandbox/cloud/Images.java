package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The image versions that azure.yaml publishes: they exist in every gallery as soon as their definition does. */
final class Images {
    static final String DEFINITION_TYPE = "Microsoft.Compute/galleries/images";
    static final String VERSION_TYPE = "Microsoft.Compute/galleries/images/versions";

    private Images() {}

    static Optional<ObjectNode> version(ArmId id, Inventory inventory) {
        return id.parent().flatMap(inventory::deployed)
                .filter(definition -> published(definition, inventory.world()).contains(id.name()))
                .map(definition -> JsonNodeFactory.instance.objectNode().put("location", definition.location()));
    }

    static List<String> published(Resource definition, World world) {
        return world.images().getOrDefault(definition.armId().name(), List.of());
    }
}
