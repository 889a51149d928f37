package atelier.agent.watch;

import atelier.agent.server.AuditLog;
import atelier.agent.watch.idle.Announcements;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Tells people in SSH sessions of a stop that comes near: a unit of root's sees the file and writes it to their terminals. */
final class Announcer {
    private final AtomicFile file;
    private final AuditLog log;
    private Instant last = Instant.MIN;

    Announcer(Path file, AuditLog log) {
        this.file = new AtomicFile(file);
        this.log = log;
    }

    void announce(Judgement judgement) {
        boolean isDue = Announcements.passed(judgement.verdict(), last, judgement.at()).isPresent();
        last = judgement.at();
        if (isDue) {
            write(judgement);
        }
    }

    private void write(Judgement judgement) {
        try {
            file.write(judgement.banner().orElseThrow() + "\n");
        } catch (IOException unwritable) {
            log.write(line -> line.put("event", "failed").put("message", "nobody was told: " + unwritable));
        }
    }
}
