package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Durations and times in words. */
public final class Spoken {
    private Spoken() {}

    /** To the second, in UTC: {@code 2026-11-24T12:00:00Z}. */
    public static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** To the minute, rounded down: {@code 1 minute}, {@code 2 h 5 min}, {@code 0 minutes}. */
    public static String of(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** To the minute, rounded up, for what is left of a time. */
    public static String roundedUp(Duration left) {
        return of(left.plusSeconds(59).plusMillis(999));
    }
}
