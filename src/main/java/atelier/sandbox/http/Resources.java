package atelier.sandbox.http;

import atelier.sandbox.access.Assignment;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.ArmId;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Deployed resources: one, all of a type, what a machine is doing, and actions on them. */
final class Resources {
    static final String GROUPS = "Microsoft.Resources/resourceGroups";

    private final Cloud cloud;
    private final LongRunning operations;
    private final Faults faults;

    Resources(Cloud cloud, LongRunning operations, Faults faults) {
        this.cloud = cloud;
        this.operations = operations;
        this.faults = faults;
    }

    Answer subscriptions(Call call) {
        String ours = ours();
        boolean known = call.access().isKnownIn(call.caller().objectId(), ours);
        return list(known ? List.of(subscription()) : List.of());
    }

    /** SubscriptionNotFound, 404, also for one in which the caller holds nothing; from knowledge. */
    Answer subscription(Call call, String id) throws ArmError {
        if (!id.equalsIgnoreCase(ours()) || !call.access().isKnownIn(call.caller().objectId(), ours())) {
            String guid = id.substring(id.lastIndexOf('/') + 1);
            throw new ArmError(404, "SubscriptionNotFound", "The subscription '" + guid + "' could not be found.");
        }
        return Answer.json(200, subscription());
    }

    private String ours() {
        return "/subscriptions/" + cloud.subscription().subscriptionId();
    }

    private ObjectNode subscription() {
        return JsonNodeFactory.instance.objectNode()
                .put("id", ours())
                .put("subscriptionId", cloud.subscription().subscriptionId())
                .put("tenantId", cloud.subscription().tenantId())
                .put("displayName", "Simulated subscription")
                .put("state", "Enabled");
    }

    /** What of a type the caller may read, in a subscription or a resource group. */
    Answer list(Call call, String scope, String type) throws ArmError {
        String action = operations(type) + "/read";
        faults.strike(action);
        return list(cloud.list(type).stream()
                .filter(resource -> Assignment.isAtOrBelow(resource.path("id").textValue(), scope))
                .filter(resource -> call.may(action, resource.path("id").textValue()))
                .toList());
    }

    static Answer list(List<ObjectNode> items) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        items.forEach(body.putArray("value")::add);
        return Answer.json(200, body);
    }

    Answer get(Call call, String path) throws ArmError {
        ArmId id = parse(path);
        demand(call, operations(id.type()) + "/read", id);
        ObjectNode body = cloud.existing(id.text());
        Optional<Machine> machine = cloud.machineWithId(id.text());
        return Answer.json(200, machine.isPresent() ? expanded(body, machine.get(), call.request()) : body);
    }

    /** $expand=instanceView and $expand=userData; nothing shows custom data. */
    private static ObjectNode expanded(ObjectNode body, Machine machine, Request request) {
        String expand = request.parameter("$expand").orElse("").toLowerCase(Locale.ROOT);
        if (expand.contains("instanceview")) {
            body.withObject("/properties").set("instanceView", machine.instanceView());
        }
        if (expand.contains("userdata")) {
            machine.userData().ifPresent(data -> body.withObject("/properties").put("userData", data));
        }
        return body;
    }

    Answer instanceView(Call call, String path) throws ArmError {
        ArmId id = parse(path);
        demand(call, operations(id.type()) + "/instanceView/read", id);
        cloud.existing(id.text());
        return Answer.json(200, cloud.machineWithId(id.text()).orElseThrow().instanceView());
    }

    /** What an action answers, or 202 for one that takes its time. */
    Answer post(Call call, String path, String action) throws ArmError {
        ArmId id = parse(path);
        demand(call, operations(id.type()) + "/" + action + "/action", id);
        JsonNode answer = cloud.post(id.text(), action, JsonNodeFactory.instance.objectNode());
        if (!answer.isMissingNode()) {
            return Answer.json(200, answer);
        }
        String location = cloud.existing(id.text()).path("location").asText();
        return operations.accept(call, ours(), location);
    }

    /** How far an operation is: its sender may ask without any further right, as nothing else could wait for it. */
    Answer operation(Call call, String id) throws ArmError {
        return operations.ask(call, id);
    }

    // Operations on resource groups are named after where they are.
    private static String operations(String type) {
        return type.equalsIgnoreCase(GROUPS) ? "Microsoft.Resources/subscriptions/resourceGroups" : type;
    }

    private void demand(Call call, String action, ArmId id) throws ArmError {
        call.needs(action, id.text());
        faults.strike(action);
    }

    private static ArmId parse(String path) throws ArmError {
        return ArmId.parse(path).orElseThrow(() -> new ArmError(
                404, "InvalidResourceType", "'" + path + "' is neither a resource nor a list that the sandbox answers."));
    }
}
