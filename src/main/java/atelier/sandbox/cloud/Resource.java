package atelier.sandbox.cloud;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One deployed resource as the store keeps it.
 *
 * @param id as ARM answers it
 * @param type the full type, as ARM spells it
 * @param asked the body of the last accepted PUT; texts that ARM never returns are kept as digests
 * @param assigned what the cloud chose at creation and must not choose again, such as an address
 * @param state what is true beside the body, such as {@code powerState}
 * @param created when the first PUT was accepted, in whole seconds
 * @param changed when the last PUT was accepted, in whole seconds
 * @param revision counts the accepted PUTs, from 1
 */
@JsonPropertyOrder({"id", "type", "created", "changed", "revision", "state", "assigned", "asked"})
record Resource(
        String id,
        String type,
        ObjectNode asked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> assigned,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> state,
        String created,
        String changed,
        int revision) {

    Resource {
        assigned = assigned == null ? new TreeMap<>() : new TreeMap<>(assigned);
        state = state == null ? new TreeMap<>() : new TreeMap<>(state);
    }

    /** A resource right after its first accepted PUT. */
    static Resource create(ArmId id, String type, ObjectNode asked, Instant now) {
        return new Resource(id.text(), type, asked, Map.of(), Map.of(), now.toString(), now.toString(), 1);
    }

    /** The same resource after another accepted PUT. */
    Resource update(ObjectNode asked, Instant now) {
        return new Resource(id, type, asked, assigned, state, created, now.toString(), revision + 1);
    }

    ArmId armId() {
        return new ArmId(id);
    }

    /** The body for reading; nothing in a stored body is unknown. */
    Value body() {
        return Value.certain(asked);
    }

    Value at(String path) {
        return body().at(path);
    }

    /** The region in ARM's form, lower case without blanks; empty when the type has none. */
    String location() {
        return at("location").text().map(Region::normal).orElse("");
    }
}
