package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Registration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.TreeMap;

/** Compares everything that was registered of a resource with what a test writes down as YAML. */
final class Expect {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private Expect() {}

    /**
     * Fails unless the inputs are exactly these.
     *
     * @param yaml {@code $DATA} and {@code $COMPUTE} stand for the resource groups' ids, {@code $TAGS} for the shared tags
     */
    static void inputs(String yaml, Registration registration) {
        assertEquals(sorted(parse(yaml)), sorted(registration.inputs()), registration::toString);
    }

    /** Fails unless the node is exactly this. */
    static void json(String yaml, JsonNode actual) {
        assertEquals(sorted(parse(yaml)), sorted(actual));
    }

    private static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml.replace("$DATA", SharedComponents.DATA)
                    .replace("$COMPUTE", SharedComponents.COMPUTE)
                    .replace("$TAGS", JSON.writeValueAsString(new TreeMap<>(SharedComponents.SHARED_TAGS))));
        } catch (JsonProcessingException wrongTest) {
            throw new AssertionError(wrongTest);
        }
    }

    private static String sorted(JsonNode node) {
        try {
            return JSON.writeValueAsString(JSON.convertValue(node, new TypeReference<Object>() {}));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
