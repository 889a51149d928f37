package atelier.agent.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many at once, and one more each so often. */
public final class RateLimit {
    private final Clock clock;
    private final long burst;
    private final Duration every;
    private Instant full;

    /**
     * @param burst how many may pass at once
     * @param every after which time one more may pass
     */
    public RateLimit(Clock clock, int burst, Duration every) {
        this.clock = clock;
        this.burst = burst;
        this.every = every;
        this.full = clock.instant();
    }

    /** Whether one more may pass now; counts it if so. */
    public synchronized boolean allows() {
        Instant now = clock.instant();
        Instant next = (full.isBefore(now) ? now : full).plus(every);
        if (next.isAfter(now.plus(every.multipliedBy(burst)))) {
            return false;
        }
        full = next;
        return true;
    }
}
