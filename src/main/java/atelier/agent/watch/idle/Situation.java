package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an idle decision depends on.
 *
 * @param idleAfter how long unused before it stops, 15 minutes to 24 hours; absent: it never stops for that
 * @param history with the present readings taken into account
 * @param promised when the last decision said that it would stop; absent when it said nothing
 */
public record Situation(
        Optional<Duration> idleAfter,
        UseHistory history,
        List<Reading> readings,
        Optional<Hold> hold,
        Optional<Instant> promised,
        Instant now) {

    public Situation {
        readings = List.copyOf(readings);
    }

    List<Reading> in(Reading.State state) {
        return readings.stream().filter(reading -> reading.state() == state).toList();
    }
}
