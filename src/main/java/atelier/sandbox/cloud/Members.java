package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The members of an answer while it is being filled in; paths are names joined by dots. */
final class Members {
    private final ObjectNode node;

    Members(ObjectNode node) {
        this.node = node;
    }

    ObjectNode node() {
        return node;
    }

    /** Sets a member whatever was asked for: ARM decides it. */
    Members set(String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        holder(path, dot).set(path.substring(dot + 1), value);
        return this;
    }

    Members set(String path, String value) {
        return set(path, TextNode.valueOf(value));
    }

    Members set(String path, int value) {
        return set(path, IntNode.valueOf(value));
    }

    Members set(String path, boolean value) {
        return set(path, BooleanNode.valueOf(value));
    }

    /** Sets a member that was not asked for. */
    Members byDefault(String path, JsonNode value) {
        return has(path) ? this : set(path, value);
    }

    Members byDefault(String path, String value) {
        return byDefault(path, TextNode.valueOf(value));
    }

    Members byDefault(String path, int value) {
        return byDefault(path, IntNode.valueOf(value));
    }

    Members byDefault(String path, boolean value) {
        return byDefault(path, BooleanNode.valueOf(value));
    }

    Members emptyListByDefault(String path) {
        return byDefault(path, JsonNodeFactory.instance.arrayNode());
    }

    /** A list of {@code {"id": ...}}. */
    Members setIds(String path, List<ArmId> ids) {
        var list = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> list.addObject().put("id", id.text()));
        return set(path, list);
    }

    Members remove(String path) {
        int dot = path.lastIndexOf('.');
        JsonNode holder = dot < 0 ? node : node.at("/" + path.substring(0, dot).replace('.', '/'));
        if (holder instanceof ObjectNode found) {
            found.remove(path.substring(dot + 1));
        }
        return this;
    }

    /** The objects of a list. */
    List<Members> items(String path) {
        List<Members> items = new ArrayList<>();
        for (JsonNode item : node.at("/" + path.replace('.', '/'))) {
            if (item instanceof ObjectNode object) {
                items.add(new Members(object));
            }
        }
        return items;
    }

    boolean has(String path) {
        JsonNode found = node.at("/" + path.replace('.', '/'));
        return !found.isMissingNode() && !found.isNull();
    }

    /** The text at a path, or nothing at all. */
    String text(String path) {
        return node.at("/" + path.replace('.', '/')).asText("");
    }

    private ObjectNode holder(String path, int dot) {
        ObjectNode holder = node;
        if (dot >= 0) {
            for (String name : path.substring(0, dot).split("\\.")) {
                holder = holder.path(name).isObject() ? (ObjectNode) holder.get(name) : holder.putObject(name);
            }
        }
        return holder;
    }
}
