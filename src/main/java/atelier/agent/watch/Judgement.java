package atelier.agent.watch;

import atelier.agent.watch.idle.Announcements;
import atelier.agent.watch.idle.Hold;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One idle decision with everything that people want to know of it.
 *
 * @param readings the signals and the hold
 * @param hold only one that lasts
 */
record Judgement(Verdict verdict, List<Reading> readings, Optional<Hold> hold, Instant at) {
    Judgement {
        readings = List.copyOf(readings);
    }

    /** Before the first one. */
    static Judgement none(Instant now) {
        return new Judgement(
                new Verdict(Verdict.State.IDLE, "the watch has just started", now, Optional.empty()),
                List.of(),
                Optional.empty(),
                now);
    }

    Optional<String> banner() {
        return Announcements.banner(verdict, at);
    }
}
