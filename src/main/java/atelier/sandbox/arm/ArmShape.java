package atelier.sandbox.arm;

import atelier.sandbox.schema.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Converts between what users write and what ARM takes and gives.
 *
 * <p>azure-native hides ARM's {@code properties} envelopes, spells some names differently and lists user-assigned identities
 * where ARM has a map; the table of resource types says where.
 */
public final class ArmShape {
    private final Schema schema;

    public ArmShape(Schema schema) {
        this.schema = schema;
    }

    /**
     * The body of the request that creates or updates a resource.
     *
     * @param token the resource type, such as {@code azure-native:compute:Disk}
     * @param inputs as azure-native takes them; path and query parameters are left out of the body, unknown values stay
     */
    public ObjectNode toArm(String token, ObjectNode inputs) {
        return new ToArm(schema.resource(token)).body(inputs);
    }

    /**
     * The outputs of a resource.
     *
     * @param body as ARM answers; members that azure-native does not know are left out
     */
    public ObjectNode toOutputs(String token, ObjectNode body) {
        return new FromArm(schema.resource(token)).outputs(body);
    }

    /**
     * The inputs that would give a resource these outputs: outputs without what only ARM sets.
     *
     * @param outputs as {@link #toOutputs} returns them
     */
    public ObjectNode toInputs(String token, ObjectNode outputs) {
        return new ToInputs(schema.resource(token)).inputs(outputs);
    }

    /**
     * The inputs of a resource that exists but was never declared, as an import needs them; empty if the id is not one of a
     * resource of this type.
     */
    public Optional<ObjectNode> toInputs(String token, String id, ObjectNode outputs) {
        return schema.resource(token).facts().id().match(id).map(path -> {
            ObjectNode inputs = toInputs(token, outputs);
            path.forEach(inputs::put);
            return inputs;
        });
    }
}
