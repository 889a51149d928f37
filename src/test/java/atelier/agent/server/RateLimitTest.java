package atelier.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pure, on a clock that stands until it is moved. */
final class RateLimitTest {
    private final SetClock clock = new SetClock();
    private final RateLimit limit = new RateLimit(clock, 3, Duration.ofSeconds(1));

    @Test
    void soManyPassAtOnceAndThenOneEachSecond() {
        assertEquals(3, passing(10));
        clock.advance(Duration.ofMillis(999));
        assertFalse(limit.allows());
        clock.advance(Duration.ofMillis(1));
        assertTrue(limit.allows());
        assertFalse(limit.allows());
    }

    @Test
    void aLongRestGivesNoMoreThanTheFirstBurst() {
        passing(10);
        clock.advance(Duration.ofDays(1));
        assertEquals(3, passing(10));
    }

    private long passing(int requests) {
        long passed = 0;
        for (int i = 0; i < requests; i++) {
            passed += limit.allows() ? 1 : 0;
        }
        return passed;
    }
}
