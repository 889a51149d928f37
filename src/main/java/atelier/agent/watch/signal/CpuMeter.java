package atelier.agent.watch.signal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How much of a core the busiest of some processes has used since the last time. */
final class CpuMeter {
    private final Predicate<ProcessInfo> which;
    private Map<Key, Duration> before = Map.of();
    private Optional<Instant> measured = Optional.empty();

    private record Key(long pid, long begun) {}

    /** @param share of one core, 1 is all of it */
    record Busiest(ProcessInfo process, double share, Duration interval) {}

    CpuMeter(Predicate<ProcessInfo> which) {
        this.which = which;
    }

    /**
     * The busiest since the last call; absent when there is no such process.
     *
     * @throws IOException at the first call, when there is nothing to compare with
     */
    Optional<Busiest> measure(List<ProcessInfo> processes, Instant now) throws IOException {
        Map<Key, Duration> last = before;
        Optional<Instant> lastTime = measured;
        remember(processes, now);
        Duration interval = Duration.between(
                lastTime.orElseThrow(() -> new IOException("it is measured from the next minute on")), now);
        if (interval.toMillis() <= 0) {
            throw new IOException("no time has passed since it was measured");
        }
        return processes.stream()
                .filter(which)
                .map(process -> new Busiest(process, share(process, last, interval), interval))
                .max((one, other) -> Double.compare(one.share(), other.share()));
    }

    private void remember(List<ProcessInfo> processes, Instant now) {
        before = new HashMap<>();
        processes.stream().filter(which).forEach(process -> before.put(key(process), process.cpu()));
        measured = Optional.of(now);
    }

    // A process that was not there last time has used all of its time since.
    private static double share(ProcessInfo process, Map<Key, Duration> last, Duration interval) {
        Duration used = process.cpu().minus(last.getOrDefault(key(process), Duration.ZERO));
        return (double) used.toMillis() / interval.toMillis();
    }

    private static Key key(ProcessInfo process) {
        return new Key(process.pid(), process.begun());
    }
}
