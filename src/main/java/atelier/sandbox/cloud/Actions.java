package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What can be done with a resource beside reading, writing and deleting it. */
final class Actions {
    private Actions() {}

    /** Whether an action, on whatever supports it, changes something. */
    static boolean changes(String action) {
        return Power.of(action).isPresent();
    }

    /** Answers what the action answers; missing when it has no body. */
    static JsonNode perform(Resource resource, String action) throws ArmError {
        if (resource.armId().isType(StorageAccounts.TYPE) && action.equalsIgnoreCase("listKeys")) {
            return accountKeys(resource);
        }
        Optional<Power> power = Power.of(action);
        if (resource.armId().isType(VirtualMachines.TYPE) && power.isPresent()) {
            power.get().change(resource);
            return MissingNode.getInstance();
        }
        throw ArmError.badRequest(
                "InvalidAction", "The action '" + action + "' is not supported for type '" + resource.type() + "'.");
    }

    /** In the form of real keys, always the same for an account and kept nowhere. */
    private static ObjectNode accountKeys(Resource account) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"key1", "key2"}) {
            answer.withArray("keys").addObject()
                    .put("keyName", name)
                    .put("value", Derived.key(account.armId(), name))
                    .put("permissions", "FULL");
        }
        return answer;
    }
}
