package atelier.agent.watch.idle;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an unused workstation stops.
 *
 * <p>It stops when it has not been used for its idle time. A signal that cannot be read is no use, but it may hide one: then
 * three times the idle time must have passed, 24 hours at most. A hold moves the stop to its end. Whatever brings the stop
 * nearer (a shorter idle time, a hold taken back, a signal that can be read again) leaves ten minutes: nobody is surprised.
 */
public final class IdleRule {
    /** How long before a stop its time is known. */
    public static final Duration WARNING = Duration.ofMinutes(10);

    private static final int PATIENCE_WITH_UNKNOWN = 3;
    private static final Duration CEILING = Duration.ofHours(24);

    private IdleRule() {}

    /** The decision; a pure function. */
    public static Verdict judge(Situation situation) {
        Instant since = situation.history().lastUse();
        if (situation.idleAfter().isEmpty()) {
            return new Verdict(Verdict.State.NEVER, "its idle time is never", since, Optional.empty());
        }
        Instant stop = stop(situation, situation.idleAfter().get());
        Verdict.State state = state(situation, stop);
        return new Verdict(state, why(state, situation), since, Optional.of(stop));
    }

    private static Instant stop(Situation situation, Duration idleAfter) {
        Instant due = situation.history().lastUse().plus(patience(situation, idleAfter));
        Instant afterHold = situation.hold().map(hold -> UseHistory.later(due, hold.until())).orElse(due);
        Instant warned = situation.now().plus(WARNING);
        Instant announced = situation.promised().map(promised -> UseHistory.earlier(promised, warned)).orElse(warned);
        return UseHistory.later(afterHold, announced);
    }

    private static Duration patience(Situation situation, Duration idleAfter) {
        return situation.in(Reading.State.UNKNOWN).isEmpty() ? idleAfter : ceiling(idleAfter);
    }

    /** How long a workstation may be unused while some signal cannot be read. */
    private static Duration ceiling(Duration idleAfter) {
        Duration longer = idleAfter.multipliedBy(PATIENCE_WITH_UNKNOWN);
        return longer.compareTo(CEILING) < 0 ? longer : CEILING;
    }

    private static Verdict.State state(Situation situation, Instant stop) {
        if (!situation.now().isBefore(stop)) {
            return Verdict.State.STOPPING;
        }
        if (situation.hold().filter(hold -> hold.lasts(situation.now())).isPresent()) {
            return Verdict.State.HELD;
        }
        return isUsed(situation) ? Verdict.State.BUSY : Verdict.State.IDLE;
    }

    // What is merely open for longer than its limit is active and yet no use.
    private static boolean isUsed(Situation situation) {
        return !situation.in(Reading.State.ACTIVE).isEmpty()
                && situation.history().lastUse().isAfter(situation.now().minus(Reading.FRESH));
    }

    private static String why(Verdict.State state, Situation situation) {
        Duration unused = Duration.between(situation.history().lastUse(), situation.now());
        String quiet = "unused for " + Spoken.of(unused) + unread(situation.in(Reading.State.UNKNOWN));
        if (state == Verdict.State.HELD) {
            return "held by " + situation.hold().orElseThrow().by();
        }
        return state == Verdict.State.BUSY ? details(situation.in(Reading.State.ACTIVE)) : quiet;
    }

    private static String unread(List<Reading> unknown) {
        return unknown.isEmpty()
                ? ""
                : "; cannot be read: " + unknown.stream().map(Reading::signal).collect(joining(", "));
    }

    private static String details(List<Reading> readings) {
        return readings.stream().map(reading -> reading.signal() + ": " + reading.detail()).collect(joining("; "));
    }
}
