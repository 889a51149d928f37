package atelier.agent.watch;

import atelier.agent.machine.MachineDocument;
import atelier.agent.server.AuditLog;
import atelier.agent.watch.health.Check;
import atelier.agent.watch.health.Health;
import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Hold;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.signal.Signals;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the watch does every minute, and what people may ask of it in between. */
final class Watch {
    private static final String LOST_FILES =
            "The user files cannot be reached. What is open may fail to save; work in your home directory until they are back.";

    private final Clock clock;
    private final DocumentSource documents;
    private final Signals signals;
    private final IdleWatch idle;
    private final Announcer announcer;
    private final Stop stop;
    private final List<Check> checks;
    private final AuditLog log;
    private volatile Status status;

    Watch(
            Clock clock,
            DocumentSource documents,
            Signals signals,
            IdleWatch idle,
            Announcer announcer,
            Stop stop,
            List<Check> checks,
            AuditLog log) {
        this.clock = clock;
        this.documents = documents;
        this.signals = signals;
        this.idle = idle;
        this.announcer = announcer;
        this.stop = stop;
        this.checks = List.copyOf(checks);
        this.log = log;
        this.status = new Status(Optional.empty(), Judgement.none(clock.instant()), new Health(List.of()), List.of());
    }

    /** One minute's work; called from one thread only. */
    void tick() throws InterruptedException {
        Instant now = clock.instant();
        if (stop.isUnderWay(now)) {
            return;
        }
        documents.refresh(now);
        List<Reading> readings = signals.read(now);
        Health health = health(now);
        Judgement judgement = publish(() -> idle.judge(readings, now), health).idle();
        announcer.announce(judgement, scheduledStop(now));
        if (judgement.verdict().stops()) {
            stopNow(now);
        } else {
            stop.forget();
        }
    }

    // A stop takes minutes; what the hooks compute meanwhile must not be taken for use, so no signal is read.
    private void stopNow(Instant now) throws InterruptedException {
        Optional<MachineDocument> document = documents.current();
        if (document.isPresent()) {
            stop.attempt(document.get().machine(), this::stillStops, now);
            Health health = health(now);
            publish(() -> status.idle(), health);
        }
    }

    private boolean stillStops() {
        return status.idle().verdict().stops();
    }

    /** Whether it is too late for a hold: Azure has accepted the stop. */
    boolean isStopping() {
        return stop.isUnderWay(clock.instant());
    }

    /**
     * Holds the workstation.
     *
     * @throws IllegalArgumentException if it is for too long or too short
     */
    Status hold(int hours, String by) {
        Instant now = clock.instant();
        Hold hold = Hold.of(hours, by, now);
        log.write(line -> line.put("event", "hold").put("by", by).put("until", Spoken.of(hold.until())));
        return publish(() -> idle.hold(hold, now), status.health());
    }

    /** Gives a hold back, whoever took it. */
    Status release(String by) {
        Instant now = clock.instant();
        log.write(line -> line.put("event", "release").put("by", by));
        return publish(() -> idle.release(now), status.health());
    }

    Status status() {
        return status;
    }

    // Decided and published in one piece, so that a hold is never covered by a decision from before it.
    private synchronized Status publish(Supplier<Judgement> decision, Health health) {
        Judgement judgement = decision.get();
        Instant now = judgement.at();
        Optional<String> scheduled = scheduledStop(now).flatMap(next -> next.banner(now));
        List<String> banners = Stream.of(judgement.banner(), scheduled, stop.banner(), documents.banner(), lostFiles(health))
                .flatMap(Optional::stream)
                .toList();
        logChange(health);
        status = new Status(documents.current().map(MachineDocument::workstation), judgement, health, banners);
        return status;
    }

    private Optional<ScheduledStop> scheduledStop(Instant now) {
        return documents.current().flatMap(MachineDocument::schedule).map(weekly -> ScheduledStop.after(now, weekly));
    }

    private Health health(Instant now) {
        List<Part> parts = new ArrayList<>();
        checks.forEach(check -> parts.add(check.check(now)));
        parts.add(documents.health(now));
        parts.add(stop.health());
        return new Health(parts);
    }

    private static Optional<String> lostFiles(Health health) {
        return health.parts().stream()
                .filter(part -> part.name().equals("files") && part.status() == Part.Status.UNHEALTHY)
                .map(part -> LOST_FILES)
                .findFirst();
    }

    private void logChange(Health health) {
        if (health.status() != status.health().status()) {
            log.write(line -> {
                line.put("event", "health").setAll(StatusJson.word(health));
                ObjectNode parts = line.putObject("parts");
                health.parts().stream()
                        .filter(part -> part.status() != Part.Status.HEALTHY)
                        .forEach(part -> parts.put(part.name(), part.message()));
            });
        }
    }
}
