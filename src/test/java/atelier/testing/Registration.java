package atelier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One resource as the program registered it.
 *
 * @param type Pulumi token, such as {@code azure-native:network:NetworkInterface}
 * @param name Pulumi name, the last part of its URN
 * @param inputs what was registered; whole numbers are integers, unknown values are absent
 * @param id the ARM id that the mock answered with; the Pulumi name for a component
 */
public record Registration(String type, String name, JsonNode inputs, String id) {

    /** Whether it groups other resources and exists in no cloud. */
    public boolean isComponent() {
        return !type.startsWith("azure-native:");
    }

    /** The part of the token after the module, such as {@code NetworkInterface}. */
    public String shortType() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /**
     * The input at a dotted path with list indexes, such as {@code ipConfigurations[0].subnet.id}; missing when there is
     * none.
     */
    public JsonNode input(String path) {
        JsonNode node = inputs;
        for (String step : path.replace("[", ".[").split("\\.")) {
            if (step.startsWith("[")) {
                node = node.path(Integer.parseInt(step.substring(1, step.length() - 1)));
            } else {
                node = node.path(step);
            }
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** The text at a path; fails when there is none, so that no test passes on an absent value. */
    public String text(String path) {
        JsonNode node = input(path);
        if (!node.isValueNode()) {
            throw new AssertionError(this + " has no value at " + path + ": " + inputs);
        }
        return node.asText();
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
