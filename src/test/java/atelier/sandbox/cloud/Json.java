package atelier.sandbox.cloud;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies written with single quotes, and copies of them in which one thing differs. */
public final class Json {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Json() {}

    public static ObjectNode json(String text) {
        return (ObjectNode) node(text);
    }

    /** A copy in which the member at a JSON pointer is this text, number, truth value or JSON. */
    public static ObjectNode with(ObjectNode body, String pointer, Object value) {
        ObjectNode copy = body.deepCopy();
        JsonPointer where = JsonPointer.compile(pointer);
        JsonNode holder = holder(copy, where.head());
        JsonNode changed = value instanceof JsonNode given ? given : JSON.valueToTree(value);
        if (holder instanceof ArrayNode list) {
            int index = where.last().getMatchingIndex();
            if (index == list.size()) {
                list.add(changed);
            } else {
                list.set(index, changed);
            }
        } else {
            ((ObjectNode) holder).set(where.last().getMatchingProperty(), changed);
        }
        return copy;
    }

    static ObjectNode without(ObjectNode body, String pointer) {
        ObjectNode copy = body.deepCopy();
        JsonPointer where = JsonPointer.compile(pointer);
        JsonNode holder = copy.at(where.head());
        JsonNode removed = holder instanceof ArrayNode list
                ? list.remove(where.last().getMatchingIndex())
                : ((ObjectNode) holder).remove(where.last().getMatchingProperty());
        if (removed == null) {
            throw new AssertionError("nothing at " + pointer + " to remove");
        }
        return copy;
    }

    static JsonNode node(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode holder(ObjectNode root, JsonPointer where) {
        JsonNode found = root.at(where);
        if (!found.isMissingNode()) {
            return found;
        }
        return ((ObjectNode) holder(root, where.head())).putObject(where.last().getMatchingProperty());
    }
}
