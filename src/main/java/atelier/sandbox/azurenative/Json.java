package atelier.sandbox.azurenative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Equality of values that came on different ways: 1 and 1.0 are the same. */
final class Json {
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private Json() {}

    static boolean same(JsonNode left, JsonNode right) {
        return left.equals(BY_VALUE, right);
    }

    /** Whether there is no value: not given, or given as null, which the engine treats alike. */
    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
