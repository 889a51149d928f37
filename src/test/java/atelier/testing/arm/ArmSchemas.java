package atelier.testing.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Azure's published resource schemas, read from a folder, as judges of ARM request bodies.
 *
 * <p>Stricter than published in one way: an object whose properties are listed may have no others, so that a value in the
 * wrong place is a violation and not a stranger that nobody looks at. Laxer in one: the parts of a union may see each
 * other's properties. Source of the files:
 * https://github.com/Azure/azure-resource-manager-schemas
 */
public final class ArmSchemas {
    private static final String BASE = "https://schema.management.azure.com/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, String> locations = new TreeMap<>();
    private final Set<String> withProperties = new HashSet<>();
    private final Map<String, JsonSchema> compiled = new HashMap<>();
    private final JsonSchemaFactory factory;

    private ArmSchemas(Path folder) {
        this.folder = folder;
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4, builder -> builder.schemaLoaders(loaders -> loaders.add(this::load)));
    }

    /**
     * The folder named by the environment variable ATELIER_ARM_SCHEMAS, else {@code shared/arm-schemas} in the checkout or
     * beside it; nothing when there is none.
     */
    public static Optional<ArmSchemas> find() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("ATELIER_ARM_SCHEMAS")).orElse(""),
                        "shared/arm-schemas",
                        "../shared/arm-schemas")
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(folder -> Files.isRegularFile(folder.resolve("common/definitions.json")))
                .findFirst()
                .map(ArmSchemas::in);
    }

    static ArmSchemas in(Path folder) {
        ArmSchemas schemas = new ArmSchemas(folder.toAbsolutePath().normalize());
        try (Stream<Path> files = Files.walk(schemas.folder)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(schemas::index);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return schemas;
    }

    /** Whether the folder has a schema of a type, such as {@code Microsoft.Network/natGateways}, at an API version. */
    public boolean knows(String armType, String apiVersion) {
        return locations.containsKey(key(armType, apiVersion));
    }

    /**
     * What the schema finds wrong with a request, one line each with its place; empty when nothing is.
     *
     * @param name the resource's own name after its parents', joined by slashes; schemas differ in whether they judge the
     *     whole or the last part, so either may satisfy them
     * @param body what is sent, without name, type and version
     */
    public List<String> violations(String armType, String apiVersion, String name, JsonNode body) {
        List<String> whole = judge(armType, apiVersion, name, body);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return whole.isEmpty() ? whole : judge(armType, apiVersion, last, body);
    }

    private List<String> judge(String armType, String apiVersion, String name, JsonNode body) {
        ObjectNode resource = body.deepCopy();
        resource.put("type", armType).put("apiVersion", apiVersion).put("name", name);
        withoutVmSize(resource);
        String location = Optional.ofNullable(locations.get(key(armType, apiVersion)))
                .orElseThrow(() -> new IllegalArgumentException("no schema of " + armType + " at " + apiVersion));
        if (withProperties.contains(location) && !resource.has("properties")) {
            // Templates must write out an empty object where a request may leave it out.
            resource.putObject("properties");
        }
        return compiled.computeIfAbsent(location, known -> factory.getSchema(SchemaLocation.of(known))).validate(resource)
                .stream()
                .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
                .distinct()
                .toList();
    }

    /** The schema lists the sizes of 2019; the catalog and the sandbox's world judge sizes. */
    private static void withoutVmSize(ObjectNode resource) {
        if (resource.at("/properties/hardwareProfile") instanceof ObjectNode hardware) {
            hardware.remove("vmSize");
        }
    }

    private void index(Path file) {
        String uri = BASE + folder.relativize(file).toString().replace('\\', '/');
        JsonNode document = read(file);
        for (String section : (Iterable<String>) document::fieldNames) {
            if (section.endsWith("esourceDefinitions")) {
                document.get(section).fields().forEachRemaining(definition -> {
                    JsonNode properties = definition.getValue().path("properties");
                    String location = uri + "#/" + section + "/" + definition.getKey();
                    if (properties.has("properties")) {
                        withProperties.add(location);
                    }
                    properties.path("type").path("enum").forEach(type -> properties.path("apiVersion").path("enum").forEach(
                            version -> locations.putIfAbsent(key(type.asText(), version.asText()), location)));
                });
            }
        }
    }

    private static String key(String armType, String apiVersion) {
        return armType.toLowerCase(Locale.ROOT) + "@" + apiVersion;
    }

    private InputStreamSource load(AbsoluteIri iri) {
        if (!iri.toString().startsWith(BASE)) {
            return null;
        }
        JsonNode document = read(folder.resolve(iri.toString().substring(BASE.length())));
        close(document, composed(document));
        return () -> new ByteArrayInputStream(JSON.writeValueAsBytes(document));
    }

    /** Forbids unlisted properties wherever a schema lists some, unless it is one part of a composition. */
    private static void close(JsonNode node, Set<JsonNode> composed) {
        node.forEach(child -> close(child, composed));
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        if (composed.contains(schema)) {
            // Published for Machine Learning's unions, where it forbids every variant's own properties: nothing would satisfy it.
            schema.remove("additionalProperties");
        } else if (listsProperties(schema)) {
            schema.put("additionalProperties", false);
        }
    }

    /** The members of every allOf, by identity: each sees the whole object, the properties of the others included. */
    private static Set<JsonNode> composed(JsonNode document) {
        Set<JsonNode> members = Collections.newSetFromMap(new IdentityHashMap<>());
        for (JsonNode allOf : allOfs(document)) {
            for (JsonNode member : allOf) {
                String reference = member.path("$ref").asText();
                members.add(reference.startsWith("#") ? document.at(reference.substring(1)) : member);
            }
        }
        return members;
    }

    private static List<JsonNode> allOfs(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.has("allOf")) {
            found.add(node.get("allOf"));
        }
        node.forEach(child -> found.addAll(allOfs(child)));
        return found;
    }

    private static boolean listsProperties(ObjectNode schema) {
        boolean composes = Stream.of("oneOf", "anyOf", "allOf", "additionalProperties").anyMatch(schema::has);
        return !composes && schema.path("type").asText().equals("object") && schema.path("properties").isObject()
                && !schema.get("properties").isEmpty();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
