package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import java.io.IOException;
import java.time.Instant;

/** One sign of use. */
public interface Signal {
    /** As people see it. */
    String name();

    /**
     * What it says now.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    Reading read(Instant now) throws IOException;
}
