package atelier.agent.watch.health;

import java.time.Instant;

/** Looks at one part of the workstation. */
@FunctionalInterface
public interface Check {
    Part check(Instant now);
}
