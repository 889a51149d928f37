package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's wish that the workstation does not stop before a time.
 *
 * @param by the name that they signed in with
 */
public record Hold(Instant until, String by) {
    /** The longest hold; whoever needs more asks again. */
    public static final int MOST_HOURS = 12;

    /**
     * From now on.
     *
     * @param hours 1 to {@value #MOST_HOURS}
     * @throws IllegalArgumentException outside of these bounds
     */
    public static Hold of(int hours, String by, Instant now) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new IllegalArgumentException("hours is " + hours + "; allowed is 1 to " + MOST_HOURS);
        }
        return new Hold(now.plus(Duration.ofHours(hours)), by);
    }

    public boolean lasts(Instant now) {
        return now.isBefore(until);
    }
}
