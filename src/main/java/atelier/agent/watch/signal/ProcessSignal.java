package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What some processes compute: in use while one of them takes at least a share of a core. */
public final class ProcessSignal implements Signal {
    // An idle JupyterLab, code-server or rsession stays below these with a browser open.
    private static final double ANY_PROCESS = 0.05;
    private static final double R_SESSION = 0.02;

    private final String name;
    private final String none;
    private final double threshold;
    private final ProcessTable table;
    private final CpuMeter meter;

    private ProcessSignal(String name, String none, double threshold, ProcessTable table, Predicate<ProcessInfo> which) {
        this.name = name;
        this.none = none;
        this.threshold = threshold;
        this.table = table;
        this.meter = new CpuMeter(which);
    }

    /** Everything that the account runs, a training first of all, its containers included. */
    public static ProcessSignal training(ProcessTable table, Account account) {
        return new ProcessSignal("processes", "the account runs nothing", ANY_PROCESS, table, account::owns);
    }

    /** RStudio's R sessions, which compute little while somebody types. */
    public static ProcessSignal rSessions(ProcessTable table, Account account) {
        Predicate<ProcessInfo> session = process -> process.command().equals("rsession");
        return new ProcessSignal("r-sessions", "no R session is open", R_SESSION, table, session.and(account::owns));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reading read(Instant now) throws IOException {
        Optional<CpuMeter.Busiest> busiest = meter.measure(table.list(), now);
        if (busiest.isEmpty()) {
            return Reading.quiet(name, none);
        }
        String detail = detail(busiest.get());
        return busiest.get().share() >= threshold
                ? Reading.active(name, Use.Kind.WORK, now, detail)
                : Reading.quiet(name, detail);
    }

    private static String detail(CpuMeter.Busiest busiest) {
        return String.format(
                Locale.ROOT,
                "the busiest, %s (%d), used %.1f %% of a core in the last %d s",
                busiest.process().command(),
                busiest.process().pid(),
                100 * busiest.share(),
                busiest.interval().toSeconds());
    }
}
