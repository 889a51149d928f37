package atelier.agent.watch.health;

import atelier.agent.watch.health.Part.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * When the workstation was started; what is not there yet has a quarter of an hour to come.
 *
 * @param at by the wall clock
 */
public record Boot(Instant at) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    Part missing(String part, String message, Instant now) {
        return new Part(part, now.isBefore(at.plus(PATIENCE)) ? Status.STARTING : Status.UNHEALTHY, message);
    }
}
