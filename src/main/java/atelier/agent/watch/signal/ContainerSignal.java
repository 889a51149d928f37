package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.time.Instant;

/**
 * Rootless Docker's running containers, each of which has one shim process. One that runs is presence: a forgotten database
 * must not keep the workstation for ever. What a container computes is seen as processes.
 */
public final class ContainerSignal implements Signal {
    // containerd-shim-runc-v2 as the kernel cuts it.
    private static final String SHIM = "containerd-shim";

    private final ProcessTable table;
    private final Account account;

    public ContainerSignal(ProcessTable table, Account account) {
        this.table = table;
        this.account = account;
    }

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        long running = table.list().stream()
                .filter(process -> process.command().equals(SHIM) && account.owns(process))
                .count();
        return running == 0
                ? Reading.quiet(name(), "no container runs")
                : Reading.active(
                        name(), Use.Kind.PRESENCE, now, running + (running == 1 ? " container runs" : " containers run"));
    }
}
