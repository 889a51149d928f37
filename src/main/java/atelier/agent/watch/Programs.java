package atelier.agent.watch;

import atelier.agent.watch.signal.ChildProcess;
import atelier.agent.watch.signal.Program;
import java.time.Duration;

/** The programs of the system that the watch asks. */
record Programs(Program curl, Program nvidiaSmi, Program systemctl) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The workstation's own. */
    static Programs system() {
        return new Programs(
                new ChildProcess("curl", LIMIT),
                new ChildProcess("nvidia-smi", LIMIT),
                new ChildProcess("systemctl", LIMIT));
    }
}
