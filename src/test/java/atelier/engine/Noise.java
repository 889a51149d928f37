package atelier.engine;

import atelier.testing.engine.Run;
import java.util.List;
import java.util.regex.Pattern;

/** What does not belong into a message to a user: stack traces, the logs of libraries, and the host's debugger. */
final class Noise {
    private static final Pattern NOISE = Pattern.compile(
            "^\\s*at [\\w.$/]+\\(|Exception|^Caused by|SEVERE|WARNING|SLF4J|NOTE: Picked up|unable to start debugging"
                    + "|goroutine|panic:");

    private Noise() {}

    /** The lines that should not be there. */
    static List<String> in(Run run) {
        return run.everything().lines().filter(line -> NOISE.matcher(line).find()).toList();
    }
}
