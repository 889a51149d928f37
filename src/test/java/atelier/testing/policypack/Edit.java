package atelier.testing.policypack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One change in a tree of JSON.
 *
 * @param place where; the end of a list appends to it
 * @param value what is put there; null takes away what is
 */
record Edit(JsonPointer place, JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws AssertionError if there is no such place, or nothing to take away */
    void in(JsonNode root) {
        JsonNode container = root.at(place.head());
        String key = place.last().getMatchingProperty();
        if (value.isNull() && container.at(place.last()).isMissingNode()) {
            throw new AssertionError("nothing is at " + place + " in " + root);
        }
        if (container instanceof ObjectNode object) {
            change(object, key);
        } else if (container instanceof ArrayNode list) {
            change(list, Integer.parseInt(key));
        } else {
            throw new AssertionError(place.head() + " is " + container + " in " + root);
        }
    }

    private void change(ObjectNode object, String key) {
        if (value.isNull()) {
            object.remove(key);
        } else {
            object.set(key, value);
        }
    }

    private void change(ArrayNode list, int index) {
        if (value.isNull()) {
            list.remove(index);
        } else if (index == list.size()) {
            list.add(value);
        } else {
            list.set(index, value);
        }
    }

    /** The same properties with this change. */
    Struct in(Struct properties) {
        JsonNode tree = tree(properties);
        in(tree);
        return struct(tree);
    }

    static JsonNode tree(Struct properties) {
        try {
            return JSON.readTree(JsonFormat.printer().print(properties));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Struct struct(JsonNode tree) {
        try {
            Struct.Builder builder = Struct.newBuilder();
            JsonFormat.parser().merge(tree.toString(), builder);
            return builder.build();
        } catch (InvalidProtocolBufferException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
