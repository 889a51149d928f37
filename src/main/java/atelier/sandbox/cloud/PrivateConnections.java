package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a resource answers about the private endpoints that lead to it. */
final class PrivateConnections {
    private PrivateConnections() {}

    static void answer(Resource target, Members body, Inventory inventory) {
        ArrayNode connections = JsonNodeFactory.instance.arrayNode();
        for (ArmId endpoint : PrivateEndpoints.leadingTo(target.armId(), inventory)) {
            String name = endpoint.name() + "." + Derived.guid(endpoint, "connection");
            new Members(connections.addObject())
                    .set("id", target.armId().child("privateEndpointConnections", name).text())
                    .set("name", name)
                    .set("type", target.type() + "/privateEndpointConnections")
                    .set("properties.privateEndpoint.id", endpoint.text())
                    .set("properties.provisioningState", "Succeeded")
                    .set("properties.privateLinkServiceConnectionState.status", "Approved")
                    .set("properties.privateLinkServiceConnectionState.description", "Auto-Approved");
        }
        body.set("properties.privateEndpointConnections", connections);
    }
}
