package atelier.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The values that stand for something JSON cannot say.
 *
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.259.0/sdk/go/common/resource/sig/sig.go">Pulumi's signatures</a>
 */
public final class Sentinel {
    /** Stands for a value that is known only after the update. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    /** The key that marks an object as a special value. */
    public static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

    private Sentinel() {}

    public static JsonNode unknown() {
        return TextNode.valueOf(UNKNOWN);
    }

    public static boolean isUnknown(JsonNode value) {
        return value.isTextual() && value.textValue().equals(UNKNOWN);
    }

    /** The value, marked so that the engine encrypts it in its state. */
    public static ObjectNode secret(JsonNode value) {
        ObjectNode marked = JsonNodeFactory.instance.objectNode();
        marked.put(SIGNATURE, SECRET);
        marked.set("value", value);
        return marked;
    }

    /** The value without the mark of a secret, if it has one. */
    public static JsonNode reveal(JsonNode value) {
        return value.path(SIGNATURE).asText().equals(SECRET) ? value.path("value") : value;
    }

    /** Whether an object is an asset, an archive, a secret or another special value, and not one with ordinary members. */
    public static boolean isSpecial(JsonNode value) {
        return value.has(SIGNATURE);
    }
}
