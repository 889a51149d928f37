package atelier.agent.watch;

import atelier.agent.machine.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The hooks that run before a stop. The watch may not run them itself: it writes a request, a unit of root's sees it, runs the
 * hooks and writes a result that names the request. Whatever the result, and without one, the stop goes on.
 */
final class PreStop {
    /** Longer than the units give their hooks. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path request;
    private final Path result;
    private final Pause pause;

    PreStop(Path request, Path result, Pause pause) {
        this.request = request;
        this.result = result;
        this.pause = pause;
    }

    /** Runs them all and says how that went, in a sentence. */
    String run(Instant now) throws InterruptedException {
        String id = now.toString();
        try {
            new AtomicFile(request).write(JSON.createObjectNode().put("requestedAt", id) + "\n");
            for (Duration waited = Duration.ZERO; waited.compareTo(LIMIT) < 0; waited = waited.plus(LOOK_EVERY)) {
                JsonNode answer = Files.exists(result) ? JSON.readTree(Files.readString(result)) : JSON.nullNode();
                if (answer.path("requestedAt").asText().equals(id)) {
                    return answer.path("message").asText();
                }
                pause.of(LOOK_EVERY);
            }
            return "the hooks did not end within " + LIMIT.toMinutes() + " minutes";
        } catch (IOException failed) {
            return "the hooks could not be asked for: " + failed.getMessage();
        }
    }
}
