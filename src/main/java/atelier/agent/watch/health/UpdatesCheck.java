package atelier.agent.watch.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Security updates: whether they are installed unattended, and whether one of them waits for a restart. */
public final class UpdatesCheck implements Check {
    private static final String NAME = "updates";
    private static final Duration LATE = Duration.ofDays(7);

    private final Path restartRequired;
    private final Path lastRun;
    private final Boot boot;

    /**
     * @param restartRequired there while an update wants a restart, {@code /run/reboot-required}
     * @param lastRun touched by each run, {@code /var/lib/apt/periodic/unattended-upgrades-stamp}
     */
    public UpdatesCheck(Path restartRequired, Path lastRun, Boot boot) {
        this.restartRequired = restartRequired;
        this.lastRun = lastRun;
        this.boot = boot;
    }

    @Override
    public Part check(Instant now) {
        if (Files.exists(restartRequired)) {
            return Part.warning(NAME, "an update wants a restart: stop and start the workstation");
        }
        try {
            Instant last = Files.exists(lastRun) ? Files.getLastModifiedTime(lastRun).toInstant() : boot.at();
            // A workstation that was off for weeks gets them after its start.
            Instant counted = last.isAfter(boot.at()) ? last : boot.at();
            return now.isAfter(counted.plus(LATE))
                    ? Part.warning(NAME, "none were installed since " + last)
                    : Part.healthy(NAME, "installed unattended");
        } catch (IOException unreadable) {
            return Part.warning(NAME, lastRun + " cannot be read: " + unreadable.getMessage());
        }
    }
}
