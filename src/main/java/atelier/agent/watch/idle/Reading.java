package atelier.agent.watch.idle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One signal's answer to the question whether the workstation is in use.
 *
 * @param signal the signal's name
 * @param uses what it knows of; the last of them may be older than the reading
 * @param detail a sentence for people, without a full stop
 */
public record Reading(String signal, State state, List<Use> uses, String detail) {
    /** A use is called present for this long, because signals are read once a minute. */
    static final Duration FRESH = Duration.ofMinutes(2);

    /** What people see of it. */
    public enum State { ACTIVE, QUIET, UNKNOWN }

    public Reading {
        uses = List.copyOf(uses);
    }

    /** Active when one of the uses lies within the last two minutes, and else quiet. */
    public static Reading of(String signal, List<Use> uses, Instant now, String detail) {
        boolean used = uses.stream().anyMatch(use -> use.at().isAfter(now.minus(FRESH)));
        return new Reading(signal, used ? State.ACTIVE : State.QUIET, uses, detail);
    }

    /** In use now. */
    public static Reading active(String signal, Use.Kind kind, Instant now, String detail) {
        return of(signal, List.of(new Use(kind, now)), now, detail);
    }

    /** Not in use now, and nothing is known of before. */
    public static Reading quiet(String signal, String detail) {
        return new Reading(signal, State.QUIET, List.of(), detail);
    }

    /** Nobody knows. */
    public static Reading unknown(String signal, String detail) {
        return new Reading(signal, State.UNKNOWN, List.of(), detail);
    }
}
