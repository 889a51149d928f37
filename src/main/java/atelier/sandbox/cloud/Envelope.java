package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What every answer starts with: id, name, type and the body that was asked for. */
final class Envelope {
    private Envelope() {}

    static ObjectNode of(Resource resource) {
        ObjectNode body = resource.asked().objectNode();
        body.put("id", resource.id()).put("name", resource.armId().name()).put("type", resource.type());
        ObjectNode asked = resource.asked().deepCopy();
        asked.remove(List.of("id", "name", "type"));
        body.setAll(asked);
        if (body.path("location").isTextual()) {
            body.put("location", resource.location());
        }
        return body;
    }
}
