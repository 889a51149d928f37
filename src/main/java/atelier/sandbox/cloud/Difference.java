package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.TreeSet;

/** Whether ARM sees a change: 4 and 4.0 are the same to it, and so are two spellings of an id. */
final class Difference {
    private final boolean preview;

    /** In a preview, what is unknown or not there may turn out to be what it was. */
    Difference(boolean preview) {
        this.preview = preview;
    }

    boolean between(JsonNode before, JsonNode now) {
        if (preview && (isNothing(now) || now.isTextual() && now.textValue().equals(Value.UNKNOWN))) {
            return false;
        }
        if (before.isObject() && now.isObject()) {
            return members(before, now).stream().anyMatch(name -> between(member(before, name), member(now, name)));
        }
        if (before.isArray() && now.isArray()) {
            return items(before, now);
        }
        return !sameValue(before, now);
    }

    private boolean items(JsonNode before, JsonNode now) {
        if (before.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (between(before.get(i), now.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameValue(JsonNode before, JsonNode now) {
        if (before.isNumber() && now.isNumber()) {
            return before.doubleValue() == now.doubleValue();
        }
        boolean ids = before.isTextual() && now.isTextual() && now.textValue().startsWith("/");
        return ids
                ? now.textValue().equalsIgnoreCase(before.textValue())
                : now.equals(before) || isNothing(now) && isNothing(before);
    }

    private static Set<String> members(JsonNode before, JsonNode now) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode found = node.get(name);
        return found == null ? MissingNode.getInstance() : found;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
