package atelier.model;

import java.time.Duration;

/** When an unused workstation deallocates itself. */
public sealed interface IdleStop {

    /** Not at all; written out as {@code never}. */
    record Never() implements IdleStop {}

    /** After this long without any sign of use, 15 minutes to 24 hours. */
    record After(Duration idle) implements IdleStop {
        public After {
            Invalid.unless(
                    idle.compareTo(Duration.ofMinutes(15)) >= 0 && idle.compareTo(Duration.ofHours(24)) <= 0,
                    idle,
                    "15m to 24h, or never");
        }
    }
}
