package atelier.sandbox.http;

import atelier.sandbox.cloud.ArmError;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Operations that ARM accepts and finishes later. What they do is done at once; the first question is answered with
 * {@code InProgress} all the same, so that nobody gets away without asking twice.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations">asynchronous operations</a>
 */
final class LongRunning {
    private static final String SECONDS_TO_WAIT = "1";
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final Clock clock;

    /** @param asked how often its sender has asked already */
    private record Operation(String sender, Instant started, AtomicInteger asked) {}

    LongRunning(Clock clock) {
        this.clock = clock;
    }

    /** 202 with both ways to ask. */
    Answer accept(Call call, String subscription, String location) {
        String id = UUID.randomUUID().toString();
        operations.put(id, new Operation(call.caller().objectId(), clock.instant(), new AtomicInteger()));
        String host = call.request().header("Host").orElse("management.azure.com");
        String where = "https://" + host + subscription + "/providers/Microsoft.Compute/locations/" + location + "/operations/" + id;
        return Answer.empty(202)
                .with("Azure-AsyncOperation", where + "?api-version=2024-07-01")
                .with("Location", where + "?monitor=true&api-version=2024-07-01")
                .with("Retry-After", SECONDS_TO_WAIT);
    }

    /** NotFound, 404, for an operation that the caller has not started; code from knowledge. */
    Answer ask(Call call, String id) throws ArmError {
        Operation operation = operations.get(id);
        if (operation == null || !operation.sender().equals(call.caller().objectId())) {
            throw new ArmError(404, "NotFound", "The entity was not found: operation '" + id + "'.");
        }
        boolean first = operation.asked().getAndIncrement() == 0;
        Answer answer = call.request().parameter("monitor").isPresent() ? Answer.empty(first ? 202 : 200)
                : Answer.json(200, status(id, operation.started(), first));
        return first ? answer.with("Retry-After", SECONDS_TO_WAIT) : answer;
    }

    private ObjectNode status(String id, Instant started, boolean first) {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("name", id).put("startTime", started.toString());
        return first ? status.put("status", "InProgress")
                : status.put("endTime", clock.instant().toString()).put("status", "Succeeded");
    }
}
