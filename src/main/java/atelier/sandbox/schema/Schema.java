package atelier.sandbox.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The resource types of azure-native 2.10.0. */
public final class Schema {
    private static final String PROVIDER = "azure-native:";
    private static final String SDK = "com.pulumi.azurenative.";

    private final SdkTypes sdk = new SdkTypes(Schema.class.getClassLoader());
    private final SortedMap<String, Facts> facts;
    private final Map<String, ResourceType> known = new ConcurrentHashMap<>();

    private Schema(SortedMap<String, Facts> facts) {
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    /** Reads the table; the SDK's classes are read when a type is first asked for. */
    public static Schema load() {
        return new Schema(FactTable.read());
    }

    /** What the table holds, by token. */
    public SortedMap<String, Facts> facts() {
        return facts;
    }

    /**
     * A resource type by its token, such as {@code azure-native:compute:Disk}.
     *
     * @throws UnknownType if azure-native has no such type, or the table does not have it
     */
    public ResourceType resource(String token) {
        return known.computeIfAbsent(token, this::describe);
    }

    /** A resource type that the table has, or empty. */
    public Optional<ResourceType> find(String token) {
        return facts.containsKey(token) ? Optional.of(resource(token)) : Optional.empty();
    }

    private ResourceType describe(String token) {
        String[] parts = token.split(":", -1);
        if (parts.length != 3) {
            throw new UnknownType("'" + token + "' is not the token of a resource type, such as azure-native:compute:Disk");
        }
        String module = SDK + parts[1] + ".";
        try {
            ObjectType inputs = sdk.object(module + parts[2] + "Args");
            ObjectType outputs = sdk.object(module + parts[2]);
            Facts told = facts.get(token);
            if (told == null) {
                throw new UnknownType("the sandbox does not simulate " + token + "; it knows " + names());
            }
            return new ResourceType(token, told, inputs.with(unions(module, told, true)),
                    outputs.with(unions(module, told, false)));
        } catch (ClassNotFoundException missing) {
            throw new UnknownType("azure-native 2.10.0 has no resource type '" + token + "'");
        }
    }

    private Map<String, Type.Union> unions(String module, Facts told, boolean inputs) throws ClassNotFoundException {
        Map<String, Type.Union> unions = new HashMap<>();
        for (Map.Entry<String, Facts.Variants> union : told.unions().entrySet()) {
            Map<String, ObjectType> variants = new HashMap<>();
            for (Map.Entry<String, String> variant : union.getValue().variants().entrySet()) {
                String input = variant.getValue();
                String output = input.substring(0, input.length() - "Args".length()) + "Response";
                variants.put(variant.getKey(), sdk.object(module + (inputs ? "inputs." + input : "outputs." + output)));
            }
            unions.put(union.getKey(), new Type.Union(union.getValue().discriminator(), variants));
        }
        return unions;
    }

    private String names() {
        return String.join(", ", facts.keySet().stream().map(token -> token.substring(PROVIDER.length())).toList());
    }
}
