package atelier.sandbox.azurenative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The inputs with what azure-native fills in, and everything that is wrong with them. */
public record Checked(ObjectNode inputs, List<String> failures) {
    public Checked {
        failures = List.copyOf(failures);
    }
}
