package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Jupyter's terminals: the last time that one took input or printed something. */
public final class TerminalSignal implements Signal {
    private final SocketApi jupyter;

    public TerminalSignal(SocketApi jupyter) {
        this.jupyter = jupyter;
    }

    @Override
    public String name() {
        return "terminals";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        List<JsonNode> terminals = Json.list("Jupyter", jupyter.get("/api/terminals"));
        return terminals.isEmpty()
                ? Reading.quiet(name(), "no terminal is open")
                : KernelSignal.lastUsed(name(), terminals, "terminal", now);
    }
}
