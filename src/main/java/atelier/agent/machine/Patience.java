package atelier.agent.machine;

import java.time.Duration;
import java.util.List;

/**
 * How long one attempt of a request may take, and how often and after which delays it is made again when it failed for a
 * passing reason.
 *
 * @param attempt the limit of each attempt
 * @param delays one for each further attempt; none: the first answer counts
 * @param longest no wait is longer, even if the service asks for it
 */
public record Patience(Duration attempt, List<Duration> delays, Duration longest) {

    /** For work that nobody waits for: Azure's own advice for the metadata service, half a minute of delays in all. */
    public static final Patience LONG = new Patience(
            Duration.ofSeconds(20),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16)),
            Duration.ofSeconds(60));

    /** For work that a person's browser waits for: at most seven seconds in all. */
    public static final Patience SHORT =
            new Patience(Duration.ofSeconds(3), List.of(Duration.ofMillis(200)), Duration.ofSeconds(1));

    /** For clients that try again themselves. */
    public static final Patience NONE = new Patience(Duration.ofSeconds(10), List.of(), Duration.ZERO);

    public Patience {
        delays = List.copyOf(delays);
    }
}
