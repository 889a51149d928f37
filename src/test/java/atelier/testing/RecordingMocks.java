package atelier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.test.Mocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An Azure that accepts everything and remembers it: the cheapest surface on which the whole program runs.
 *
 * <p>Strict where it can be: a resource type or a function that the program has no business with is refused. It answers with
 * ids, names and computed properties shaped like Azure's. It judges nothing else: there is no schema, no quota and no
 * existing resource, and parents, dependencies and {@code protect} never reach it.
 */
public final class RecordingMocks implements Mocks {
    public static final String SUBSCRIPTION_ID = "11111111-aaaa-4bbb-8ccc-222222222222";
    public static final String TENANT_ID = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
    public static final String DEPLOYER_OBJECT_ID = "33333333-dddd-4eee-8fff-444444444444";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ArmIds IDS = ArmIds.load();

    private final ConcurrentLinkedQueue<Registration> registrations = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final ComputedOutputs outputs;

    /** @param location the region of the stack's configuration, which azure-native fills in where a resource names none */
    public RecordingMocks(String location) {
        this.outputs = new ComputedOutputs(location);
    }

    /** What was registered so far. */
    public Recorded recorded() {
        return Recorded.of(registrations);
    }

    /** The functions that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        ObjectNode raw = JSON.valueToTree(args.inputs);
        JsonNode inputs = wholeNumbers(raw);
        if (args.type.startsWith("atelier:") || args.type.equals("pulumi:pulumi:Stack")) {
            registrations.add(new Registration(args.type, args.name, inputs, args.name));
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(args.name), args.inputs));
        }
        String id = IDS.id(args.type, args.name, inputs)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the program registers " + args.type + " " + args.name + ", a type that is not in arm-ids.txt"));
        registrations.add(new Registration(args.type, args.name, inputs, id));
        Map<String, Object> state = outputs.of(id, args.type, raw);
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
        calls.add(args.token);
        if (!args.token.equals("azure-native:authorization:getClientConfig")) {
            throw new IllegalArgumentException("the program calls " + args.token + ", which it has no business with");
        }
        return CompletableFuture.completedFuture(Map.of(
                "clientId", "55555555-aaaa-4bbb-8ccc-666666666666",
                "objectId", DEPLOYER_OBJECT_ID,
                "subscriptionId", SUBSCRIPTION_ID,
                "tenantId", TENANT_ID));
    }

    /** The SDK carries every number as a double; 443.0 reads badly and differs from what ARM is sent. */
    static JsonNode wholeNumbers(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.fields().forEachRemaining(field -> object.set(field.getKey(), wholeNumbers(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(wholeNumbers(element)));
            return array;
        }
        if (node.isFloatingPointNumber() && node.doubleValue() == Math.rint(node.doubleValue())) {
            return JSON.getNodeFactory().numberNode((long) node.doubleValue());
        }
        return node instanceof DecimalNode ? JSON.getNodeFactory().numberNode(node.doubleValue()) : node;
    }
}
