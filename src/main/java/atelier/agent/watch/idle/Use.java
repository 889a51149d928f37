package atelier.agent.watch.idle;

import java.time.Instant;

/**
 * A moment at which the workstation was used.
 *
 * @param kind how much it proves
 */
public record Use(Kind kind, Instant at) {

    /** How much a use proves. */
    public enum Kind {
        /** Somebody typed or something computed. */
        WORK,
        /** Something is merely open: an editor's tab, a tunnel, a running container. */
        PRESENCE
    }
}
