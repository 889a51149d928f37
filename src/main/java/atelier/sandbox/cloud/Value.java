package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a request's body: present, absent or, in a preview, not known yet.
 *
 * <p>In a preview a member that is not there may only be missing because its value is not known, so that nothing is ever
 * {@link #absent()} in one.
 */
final class Value {
    /** The engine's mark for a value that only exists once the resource before it does. */
    static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private final JsonNode node;
    private final boolean preview;
    private final String path;

    private Value(JsonNode node, boolean preview, String path) {
        this.node = node;
        this.preview = preview;
        this.path = path;
    }

    /** A body in which everything that is not there is absent. */
    static Value certain(JsonNode body) {
        return new Value(body, false, "");
    }

    /** The body of a preview. */
    static Value preview(JsonNode body) {
        return new Value(body, true, "");
    }

    /** Where it is in the body, such as {@code properties.subnets[0].name}. */
    String path() {
        return path;
    }

    JsonNode node() {
        return node;
    }

    /** The member at a path of names, such as {@code properties.sku.name}. */
    Value at(String names) {
        Value found = this;
        for (String name : names.split("\\.")) {
            found = found.member(name);
        }
        return found;
    }

    /** Every value at a path in which {@code []} stands for all items of a list and {@code {}} for all names of a map. */
    List<Value> each(String names) {
        List<Value> found = List.of(this);
        for (String name : names.split("\\.")) {
            List<Value> next = new ArrayList<>();
            for (Value value : found) {
                next.addAll(value.step(name));
            }
            found = next;
        }
        return found;
    }

    /** The items of a list; none when it is absent or unknown. */
    List<Value> items() {
        List<Value> items = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new Value(node.get(i), preview, path + "[" + i + "]"));
            }
        }
        return items;
    }

    /** The names of a map, as texts; none when it is absent or unknown. */
    List<Value> names() {
        List<Value> names = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames()
                    .forEachRemaining(
                            name -> names.add(new Value(TextNode.valueOf(name), preview, path + "{" + name + "}")));
        }
        return names;
    }

    /** Surely not there. */
    boolean absent() {
        return !preview && missing();
    }

    /** There, and not hidden by a preview. */
    boolean known() {
        return !missing() && !isUnknown();
    }

    Optional<String> text() {
        return known() && node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    Optional<Integer> number() {
        return known() && node.isNumber() ? Optional.of(node.intValue()) : Optional.empty();
    }

    Optional<Double> decimal() {
        return known() && node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
    }

    /** Known to be this text; ARM compares without regard to case. */
    boolean is(String expected) {
        return text().filter(expected::equalsIgnoreCase).isPresent();
    }

    /** Known to be something else, or surely not there. */
    boolean isNot(String expected) {
        return absent() || (known() && !is(expected));
    }

    boolean isTrue() {
        return known() && node.booleanValue();
    }

    /** Known to be false. */
    boolean isFalse() {
        return known() && node.isBoolean() && !node.booleanValue();
    }

    /** A list or map that surely has nothing in it; in a preview what it has may not be known yet. */
    boolean empty() {
        return absent() || !preview && node.isContainerNode() && node.isEmpty();
    }

    private boolean missing() {
        return node.isMissingNode() || node.isNull();
    }

    private boolean isUnknown() {
        return node.isTextual() && node.textValue().equals(UNKNOWN);
    }

    private Value member(String name) {
        String below = path.isEmpty() ? name : path + "." + name;
        if (isUnknown()) {
            return new Value(node, preview, below);
        }
        JsonNode child = node.get(name);
        return new Value(child == null ? MissingNode.getInstance() : child, preview, below);
    }

    private List<Value> step(String name) {
        if (name.endsWith("[]")) {
            return member(name.substring(0, name.length() - 2)).items();
        }
        if (name.endsWith("{}")) {
            return member(name.substring(0, name.length() - 2)).names();
        }
        return List.of(member(name));
    }
}
