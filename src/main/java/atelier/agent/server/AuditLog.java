package atelier.agent.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** One line of JSON for each decision on standard output, which the journal keeps. Nothing that opens a door is written. */
public final class AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private final PrintStream out;
    private final Clock clock;
    private final String unit;

    /** @param unit the unit that decides */
    public AuditLog(PrintStream out, Clock clock, String unit) {
        this.out = out;
        this.clock = clock;
        this.unit = unit;
    }

    /** Writes one line: the time, the unit, and the fields that are put into it. */
    public void write(Consumer<ObjectNode> fields) {
        ObjectNode line = JSON.createObjectNode()
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("unit", unit);
        fields.accept(line);
        try {
            // One call, so that lines of two threads do not mix.
            out.print(JSON.writeValueAsString(line) + "\n");
            out.flush();
        } catch (JsonProcessingException treesAlwaysPrint) {
            throw new IllegalStateException(treesAlwaysPrint);
        }
    }

    /** A text from outside, without what follows a question mark or a hash sign, and not longer than a line should be. */
    public static String path(String uri) {
        String path = uri.split("[?#]", 2)[0];
        return path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "...";
    }
}
