package atelier.sandbox.azurenative;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a function answers, or what is wrong with its arguments. */
public record Invoked(ObjectNode result, List<String> failures) {
    public Invoked {
        failures = List.copyOf(failures);
    }

    static Invoked of(ObjectNode result) {
        return new Invoked(result, List.of());
    }

    static Invoked refused(List<String> failures) {
        return new Invoked(JsonNodeFactory.instance.objectNode(), failures);
    }
}
