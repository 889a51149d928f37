package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the workstation was last used, as far as it is known.
 *
 * @param lastWork its start counts as work, so that it is not stopped before anybody came
 * @param lastPresence when something was last seen open
 */
public record UseHistory(Instant lastWork, Instant lastPresence) {
    /** Something that is merely open keeps the workstation for this long after the last work, and no longer. */
    public static final Duration PRESENCE_LIMIT = Duration.ofHours(12);

    /** Nothing is known yet but the time of the start. */
    public static UseHistory startingAt(Instant start) {
        return new UseHistory(start, start);
    }

    /** With what the readings tell; a use that claims to lie in the future counts as one of now. */
    public UseHistory after(List<Reading> readings, Instant now) {
        Instant work = lastWork;
        Instant presence = lastPresence;
        for (Use use : readings.stream().flatMap(reading -> reading.uses().stream()).toList()) {
            Instant at = earlier(use.at(), now);
            if (use.kind() == Use.Kind.WORK) {
                work = later(work, at);
            } else {
                presence = later(presence, at);
            }
        }
        return new UseHistory(work, presence);
    }

    /** The last moment that counts as use. */
    public Instant lastUse() {
        return later(lastWork, earlier(lastPresence, lastWork.plus(PRESENCE_LIMIT)));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
