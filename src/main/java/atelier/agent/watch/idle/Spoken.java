package atelier.agent.watch.idle;

import java.time.Duration;

/** Durations in words. */
public final class Spoken {
    private Spoken() {}

    /** To the minute, rounded down: {@code 1 minute}, {@code 2 h 5 min}, {@code 0 minutes}. */
    public static String of(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
