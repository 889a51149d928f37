package atelier.agent.watch;

import atelier.agent.watch.idle.Hold;
import atelier.agent.watch.idle.UseHistory;
import java.time.Instant;
import java.util.Optional;

/**
 * What outlives a restart of the watch, but not one of the workstation.
 *
 * @param promised when the last decision said that the workstation stops
 */
record Memory(UseHistory history, Optional<Instant> promised, Optional<Hold> hold) {

    /** Of a watch that knows nothing: the workstation counts as used now. */
    static Memory none(Instant now) {
        return new Memory(UseHistory.startingAt(now), Optional.empty(), Optional.empty());
    }
}
