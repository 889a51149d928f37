package atelier.agent.machine;

import java.time.Duration;

/** Waits; a test's double only notes for how long. */
@FunctionalInterface
public interface Pause {
    /** The real one. */
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
