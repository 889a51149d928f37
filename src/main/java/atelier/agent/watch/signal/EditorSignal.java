package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.idle.Use;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * VS Code in the browser: code-server's heart beats once a minute while a browser is connected. That is presence only; what
 * runs in its terminals and extensions is seen as processes. https://coder.com/docs/code-server/FAQ#what-is-the-heartbeat-file
 */
public final class EditorSignal implements Signal {
    private final SocketApi codeServer;

    public EditorSignal(SocketApi codeServer) {
        this.codeServer = codeServer;
    }

    @Override
    public String name() {
        return "vs-code";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        JsonNode beat = codeServer.get("/healthz").path("lastHeartbeat");
        if (!beat.isIntegralNumber()) {
            throw new IOException("VS Code did not say when its heart beat last");
        }
        if (beat.longValue() == 0) {
            return Reading.quiet(name(), "nobody has opened it");
        }
        Instant at = Instant.ofEpochMilli(beat.longValue());
        String detail = "a browser was connected " + Spoken.of(Duration.between(at, now)) + " ago";
        return Reading.of(name(), List.of(new Use(Use.Kind.PRESENCE, at)), now, detail);
    }
}
