package atelier.sandbox.azurenative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries what changed in Azure over to the inputs.
 *
 * <p>Azure answers with much that the program never said. So only the difference between what it answered before and what it
 * answers now is applied; a refresh of an untouched resource leaves its inputs alone.
 */
final class Drift {
    private Drift() {}

    /**
     * The inputs after the change.
     *
     * @param before the inputs that the outputs before the refresh amount to
     * @param now the inputs that the outputs after the refresh amount to
     */
    static ObjectNode apply(ObjectNode inputs, ObjectNode before, ObjectNode now) {
        ObjectNode applied = inputs.deepCopy();
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode old = before.path(name);
            JsonNode current = now.path(name);
            if (Json.same(old, current)) {
                continue;
            }
            if (Json.absent(current)) {
                applied.remove(name);
            } else if (applied.path(name) instanceof ObjectNode input && old instanceof ObjectNode olds
                    && current instanceof ObjectNode nows) {
                applied.set(name, apply(input, olds, nows));
            } else {
                applied.set(name, current);
            }
        }
        return applied;
    }
}
