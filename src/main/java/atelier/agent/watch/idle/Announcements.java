package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people are told in the last minutes before a stop. */
public final class Announcements {
    private static final List<Duration> BEFORE = List.of(IdleRule.WARNING, Duration.ofMinutes(5), Duration.ofMinutes(2));

    private Announcements() {}

    /** The banner of the last ten minutes; absent before. */
    public static Optional<String> banner(Verdict verdict, Instant now) {
        if (verdict.stops()) {
            return Optional.of("This workstation is stopping because nobody used it. Files on the share and in /home stay.");
        }
        return remaining(verdict, now)
                .filter(left -> left.compareTo(IdleRule.WARNING) <= 0)
                .map(left -> "This workstation stops in " + Spoken.roundedUp(left)
                        + " because it is not used. Work on it, or hold it on its home page /atelier/.");
    }

    /** Which of the marks ten, five and two minutes before the stop was passed since the last time; absent: none. */
    public static Optional<Duration> passed(Verdict verdict, Instant last, Instant now) {
        return verdict.stopsAt().filter(stop -> !verdict.stops()).flatMap(stop -> passed(stop, last, now));
    }

    /** The same of a stop that comes for another reason. */
    public static Optional<Duration> passed(Instant stop, Instant last, Instant now) {
        return BEFORE.stream()
                .filter(mark -> last.isBefore(stop.minus(mark)) && !now.isBefore(stop.minus(mark)))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Duration> remaining(Verdict verdict, Instant now) {
        return verdict.stopsAt().map(stop -> Duration.between(now, stop));
    }
}
