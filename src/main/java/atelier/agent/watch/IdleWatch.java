package atelier.agent.watch;

import atelier.agent.watch.idle.Hold;
import atelier.agent.watch.idle.IdleRule;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Situation;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.idle.UseHistory;
import atelier.agent.watch.idle.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Applies the idle rule minute by minute, remembers what it needs for the next one, and takes holds in between. */
final class IdleWatch {
    private static final String HOLD = "hold";

    private final MemoryFile file;
    private final Supplier<Optional<Duration>> idleAfter;
    private final DecisionLog log;
    private Memory memory;
    private List<Reading> latest = List.of();

    /** @param idleAfter as the document in force says */
    IdleWatch(Memory memory, MemoryFile file, Supplier<Optional<Duration>> idleAfter, DecisionLog log) {
        this.memory = memory;
        this.file = file;
        this.idleAfter = idleAfter;
        this.log = log;
    }

    /** Decides with new readings. */
    synchronized Judgement judge(List<Reading> readings, Instant now) {
        latest = List.copyOf(readings);
        return judge(now);
    }

    /** Takes a hold, in the place of one that is there, and decides again. */
    synchronized Judgement hold(Hold hold, Instant now) {
        memory = new Memory(memory.history(), memory.promised(), Optional.of(hold));
        return judge(now);
    }

    /** Gives the hold back and decides again. */
    synchronized Judgement release(Instant now) {
        memory = new Memory(memory.history(), memory.promised(), Optional.empty());
        return judge(now);
    }

    /** Decides with the readings of the last time. */
    synchronized Judgement judge(Instant now) {
        Optional<Hold> hold = memory.hold().filter(it -> it.lasts(now));
        UseHistory history = memory.history().after(latest, now);
        Verdict verdict = IdleRule.judge(
                new Situation(idleAfter.get(), history, latest, memory.hold(), memory.promised(), now));
        memory = new Memory(history, verdict.stopsAt(), memory.hold());
        remember();
        List<Reading> shown = new ArrayList<>(latest);
        shown.add(reading(hold));
        Judgement judgement = new Judgement(verdict, shown, hold, now);
        log.decided(judgement);
        return judgement;
    }

    // Decisions do not wait for free space: without the file a restart forgets, and that is all.
    private void remember() {
        try {
            file.write(memory);
        } catch (IOException unwritable) {
            log.failed("the memory cannot be written: " + unwritable);
        }
    }

    private static Reading reading(Optional<Hold> hold) {
        return hold.map(it -> it.by() + " holds it until " + Spoken.of(it.until()))
                .map(detail -> new Reading(HOLD, Reading.State.ACTIVE, List.of(), detail))
                .orElseGet(() -> Reading.quiet(HOLD, "nobody holds it"));
    }
}
