package atelier.agent.watch.idle;

import java.time.Instant;
import java.util.Optional;

/**
 * What follows from a situation.
 *
 * @param why a sentence for people, without a full stop
 * @param since when the workstation was last used
 * @param stopsAt when it stops if nothing changes
 */
public record Verdict(State state, String why, Instant since, Optional<Instant> stopsAt) {

    /** What people see of it. */
    public enum State { BUSY, IDLE, HELD, NEVER, STOPPING }

    public boolean stops() {
        return state == State.STOPPING;
    }
}
