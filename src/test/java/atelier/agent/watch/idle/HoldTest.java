package atelier.agent.watch.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aHoldLastsUntilItsEndAndNotAtIt() {
        Hold hold = Hold.of(12, "ada@example.com", NOON);
        assertEquals(new Hold(Instant.parse("2026-11-25T00:00:00Z"), "ada@example.com"), hold);
        assertTrue(hold.lasts(hold.until().minusNanos(1)));
        assertFalse(hold.lasts(hold.until()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 13, Integer.MAX_VALUE})
    void otherLengthsAreRefused(int hours) {
        assertEquals(
                "hours is " + hours + "; allowed is 1 to 12",
                assertThrows(IllegalArgumentException.class, () -> Hold.of(hours, "ada", NOON)).getMessage());
    }
}
