package atelier.sandbox.azurenative;

import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource as the engine keeps it.
 *
 * @param id empty while it does not exist
 * @param inputs what the program asked for
 * @param outputs what Azure answered
 */
public record Resource(String id, ObjectNode inputs, ObjectNode outputs) {
    private static final String INPUTS = "__inputs";

    /** The state that azure-native gives to the engine: the outputs, and the inputs as a secret. */
    public ObjectNode state() {
        ObjectNode state = outputs.deepCopy();
        state.set(INPUTS, Sentinel.secret(inputs));
        return state;
    }

    /** The resource that a state describes; its inputs are empty if the state has none, as in an import. */
    public static Resource of(String id, ObjectNode state) {
        ObjectNode outputs = state.deepCopy();
        JsonNode kept = outputs.remove(INPUTS);
        JsonNode inputs = kept == null ? null : Sentinel.reveal(kept);
        return new Resource(id, inputs instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(), outputs);
    }
}
