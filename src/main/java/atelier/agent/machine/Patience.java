package atelier.agent.machine;

import java.time.Duration;
import java.util.List;

/**
 * How often and after which delays a request that failed for a passing reason is made again.
 *
 * @param delays one for each further attempt; none: the first answer counts
 * @param longest no wait is longer, even if the service asks for it
 */
public record Patience(List<Duration> delays, Duration longest) {

    /** For work that nobody waits for: Azure's own advice for the metadata service, half a minute in all. */
    public static final Patience LONG = new Patience(
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16)),
            Duration.ofSeconds(60));

    /** For work that a person's browser waits for. */
    public static final Patience SHORT =
            new Patience(List.of(Duration.ofMillis(200), Duration.ofMillis(800)), Duration.ofSeconds(2));

    /** For clients that try again themselves. */
    public static final Patience NONE = new Patience(List.of(), Duration.ZERO);

    public Patience {
        delays = List.copyOf(delays);
    }
}
