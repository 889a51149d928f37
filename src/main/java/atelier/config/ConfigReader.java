package atelier.config;

import atelier.model.Problem;
import atelier.model.Region;
import atelier.model.Spec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the whole configuration of a stack: every key of the namespace {@code atelier}, and {@code azure-native:location}.
 *
 * <p>The engine hands every value over as a text; objects and lists are JSON. Other namespaces belong to others and are
 * not looked at.
 */
public final class ConfigReader {
    private static final String NAMESPACE = "atelier";
    private static final String PROVIDER = "azure-native";
    private static final Text<Region> REGION = Text.of(Region::new, "westeurope");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ConfigReader() {}

    /**
     * Reads what the engine puts into the environment.
     *
     * @param config {@code PULUMI_CONFIG}: a JSON object of texts
     * @param secretKeys {@code PULUMI_CONFIG_SECRET_KEYS}: a JSON array of the keys whose values are never shown,
     *     or null for none
     * @throws InvalidConfig with every problem of the configuration
     * @throws IllegalArgumentException if the engine handed over something else
     */
    public static Spec fromEnvironmentJson(String config, String secretKeys) {
        try {
            Optional<Set<String>> secrets = Optional.ofNullable(JSON.readValue(secretKeys, new TypeReference<>() {}));
            return read(JSON.readValue(config, new TypeReference<>() {}), secrets.orElse(Set.of()));
        } catch (JsonProcessingException unexpected) {
            // Without the cause, because it quotes the text around the error, secrets included.
            throw new IllegalArgumentException("PULUMI_CONFIG or PULUMI_CONFIG_SECRET_KEYS is not what the engine promises");
        }
    }

    /** Reads a configuration without secrets from what the engine puts into the environment. */
    public static Spec fromEnvironmentJson(String config) {
        return fromEnvironmentJson(config, "[]");
    }

    /** Reads a configuration without secrets. */
    public static Spec read(Map<String, String> everything) {
        return read(everything, Set.of());
    }

    /**
     * Reads a configuration.
     *
     * @param everything every key with its namespace, such as {@code atelier:team}
     * @param secretKeys the keys whose values are never shown
     * @throws InvalidConfig with every problem
     */
    public static Spec read(Map<String, String> everything, Set<String> secretKeys) {
        List<Problem> problems = new ArrayList<>();
        Set<String> secretPaths = secretKeys.stream().map(ConfigReader::path).map(KeyPath::text).collect(Collectors.toSet());
        Function<String, Fields> namespace = name ->
                new Fields(new Place(KeyPath.namespace(name), values(everything, name), secretPaths, problems));
        return spec(namespace.apply(NAMESPACE), namespace.apply(PROVIDER))
                .value()
                .orElseThrow(() -> new InvalidConfig(problems));
    }

    private static Field<Spec> spec(Fields atelier, Fields provider) {
        var region = provider.required("location", REGION);
        var team = atelier.required("team", TeamSection.TEAM);
        var access = atelier.required("access", TeamSection.ACCESS);
        var network = atelier.required("network", NetworkSection.NETWORK);
        var tls = atelier.optional("tls", NetworkSection.TLS);
        var files = atelier.required("files", SharedSection.FILES);
        var quota = atelier.required("quota", QuotaSection.QUOTA);
        var images = atelier.required("images", SharedSection.IMAGES);
        var workstations = atelier.required("workstations", WorkstationSection.WORKSTATIONS);
        var clusters = atelier.optional("clusters", ClusterSection.CLUSTERS, List.of());
        return atelier.build(() -> new Spec(
                region.get(), team.get(), access.get(), network.get(), tls.get(), files.get(), quota.get(), images.get(),
                workstations.get(), clusters.get()));
    }

    private static KeyPath path(String key) {
        int colon = key.indexOf(':');
        return KeyPath.namespace(key.substring(0, colon)).child(key.substring(colon + 1));
    }

    private static ObjectNode values(Map<String, String> everything, String namespace) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        String prefix = namespace + ":";
        new TreeMap<>(everything).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.set(key.substring(prefix.length()), node(value));
            }
        });
        return values;
    }

    // Only objects and lists come as JSON: a top-level scalar is a text, whatever it looks like.
    private static JsonNode node(String value) {
        try {
            JsonNode node = JSON.readTree(value);
            return node.isContainerNode() ? node : TextNode.valueOf(value);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(value);
        }
    }
}
