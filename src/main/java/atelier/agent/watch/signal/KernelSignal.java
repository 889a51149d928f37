package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.idle.Use;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jupyter's kernels: one that runs a cell, or else the last time that one did anything.
 *
 * <p>The number of connections is not asked: it says that a browser is open, not that somebody works.
 * https://jupyter-server.readthedocs.io/en/latest/developers/rest-api.html
 */
public final class KernelSignal implements Signal {
    private static final String JUPYTER = "Jupyter";

    private final SocketApi jupyter;

    public KernelSignal(SocketApi jupyter) {
        this.jupyter = jupyter;
    }

    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        List<JsonNode> kernels = Json.list(JUPYTER, jupyter.get("/api/kernels"));
        if (kernels.isEmpty()) {
            return Reading.quiet(name(), "no kernel is open");
        }
        long busy = kernels.stream().filter(kernel -> kernel.path("execution_state").asText().equals("busy")).count();
        if (busy > 0) {
            return Reading.active(name(), Use.Kind.WORK, now, busy + " of " + kernels.size() + " kernels run a cell");
        }
        return lastUsed(name(), kernels, "kernel", now);
    }

    /** The latest {@code last_activity} of kernels or terminals, of which there is at least one. */
    static Reading lastUsed(String name, List<JsonNode> things, String noun, Instant now) throws IOException {
        Optional<Instant> latest = Optional.empty();
        for (JsonNode thing : things) {
            Instant activity = Json.time(JUPYTER, thing, "last_activity");
            latest = Optional.of(latest.filter(activity::isBefore).orElse(activity));
        }
        Instant at = latest.orElseThrow();
        String detail = things.size() + " open, the last " + noun + " was used " + Spoken.of(Duration.between(at, now)) + " ago";
        return Reading.of(name, List.of(new Use(Use.Kind.WORK, at)), now, detail);
    }
}
