package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with a resource beside reading, writing and deleting it. */
final class Actions {
    private Actions() {}

    static JsonNode perform(Resource resource, String action) throws ArmError {
        if (resource.armId().isType("Microsoft.Storage/storageAccounts") && action.equalsIgnoreCase("listKeys")) {
            return accountKeys(resource);
        }
        throw ArmError.badRequest(
                "InvalidAction", "The action '" + action + "' is not supported for type '" + resource.type() + "'.");
    }

    /** Texts that say themselves that they open nothing. */
    private static ObjectNode accountKeys(Resource account) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"key1", "key2"}) {
            answer.withArray("keys").addObject()
                    .put("keyName", name)
                    .put("value", "simulated-" + name + "-of-" + account.armId().name())
                    .put("permissions", "FULL");
        }
        return answer;
    }
}
