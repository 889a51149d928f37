package atelier.agent.watch;

import atelier.agent.server.AuditLog;
import atelier.agent.watch.idle.Announcements;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people in SSH sessions of a stop that comes near: a unit of root's sees the file and writes it to their terminals. */
final class Announcer {
    private final AtomicFile file;
    private final AuditLog log;
    private Instant last = Instant.MIN;

    Announcer(Path file, AuditLog log) {
        this.file = new AtomicFile(file);
        this.log = log;
    }

    /** @param scheduled the next stop by the schedule, if there is one */
    void announce(Judgement judgement, Optional<ScheduledStop> scheduled) {
        Instant now = judgement.at();
        boolean ofIdleness = Announcements.passed(judgement.verdict(), last, now).isPresent();
        boolean ofSchedule = scheduled.filter(stop -> stop.isToBeAnnounced(last, now)).isPresent();
        last = now;
        if (ofIdleness || ofSchedule) {
            write(Stream.of(judgement.banner(), scheduled.flatMap(stop -> stop.banner(now)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("\n")));
        }
    }

    private void write(String text) {
        try {
            file.write(text + "\n");
        } catch (IOException unwritable) {
            log.write(line -> line.put("event", "failed").put("message", "nobody was told: " + unwritable));
        }
    }
}
