package atelier.agent.watch.health;

import atelier.agent.watch.signal.Program;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Whether a unit of systemd has failed; one of Atelier's own, or of what it serves, makes the workstation unhealthy. */
public final class UnitsCheck implements Check {
    private static final String NAME = "units";
    private static final List<String> SERVED = List.of("atelier", "nginx.", "oauth2-proxy.", "jupyter", "code-server", "rstudio");

    // A hook of the user's that fails is the user's.
    private static final String USERS = "atelier-pre-stop-user.service";

    private final Program systemctl;

    public UnitsCheck(Program systemctl) {
        this.systemctl = systemctl;
    }

    @Override
    public Part check(Instant now) {
        try {
            List<String> failed = systemctl.run(List.of("list-units", "--failed", "--plain", "--no-legend", "--no-pager"))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+")[0])
                    .toList();
            return judge(failed);
        } catch (IOException unreadable) {
            return Part.unhealthy(NAME, "cannot be listed: " + unreadable.getMessage());
        }
    }

    private static Part judge(List<String> failed) {
        if (failed.isEmpty()) {
            return Part.healthy(NAME, "none has failed");
        }
        String message = "failed: " + String.join(", ", failed);
        boolean served = failed.stream()
                .filter(unit -> !unit.equals(USERS))
                .anyMatch(unit -> SERVED.stream().anyMatch(unit::startsWith));
        return served ? Part.unhealthy(NAME, message) : Part.warning(NAME, message);
    }
}
