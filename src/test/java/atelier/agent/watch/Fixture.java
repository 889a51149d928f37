package atelier.agent.watch;

import atelier.agent.machine.MachineDocument;
import atelier.agent.machine.SetClock;
import atelier.agent.server.AuditLog;
import atelier.agent.watch.health.Check;
import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.signal.Signal;
import atelier.agent.watch.signal.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A whole watch whose clock, signals, user data, hooks and Azure a test plays. */
final class Fixture {
    /** Where its clock stands at first. */
    static final Instant START = new SetClock().instant();

    final Places places;
    final SetClock clock = new SetClock();
    final List<String> deallocated = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final Watch watch;
    final DocumentSource documents;

    /** What Azure answers; empty accepts. */
    Optional<String> azureRefuses = Optional.empty();

    /** What happens while the hooks run. */
    Runnable duringHooks = () -> {};

    String userData;
    Optional<String> metadataFails = Optional.empty();
    Function<Instant, Reading> signal = now -> Reading.quiet("ssh", "no session is open");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fixture(Path root) throws IOException {
        places = new Places(root);
        Files.createDirectories(places.memory().getParent());
        userData = Files.readString(Path.of("src/test/resources/boot/user-data-personal.json"));
        AuditLog log = new AuditLog(new PrintStream(out, true, StandardCharsets.UTF_8), clock, "watch");
        documents = new DocumentSource(this::read, places.document(), places.documentInForce(), log);
        documents.resume();
        MemoryFile file = new MemoryFile(places.memory());
        DecisionLog decisions = new DecisionLog(log);
        watch = new Watch(
                clock,
                documents,
                new Signals(List.of(played()), defect -> {
                    throw new AssertionError(defect);
                }),
                new IdleWatch(
                        file.read().orElseGet(() -> Memory.none(clock.instant())), file,
                        () -> documents.current().flatMap(MachineDocument::idleAfter), decisions),
                new Announcer(places.announcement(), log),
                new Stop(new PreStop(places.preStopRequest(), places.preStopResult(), this::hooks), this::deallocate, log),
                List.of(now -> checks.isEmpty() ? healthy() : checks.get(0).check(now)),
                log);
    }

    /** Lets minutes pass, with one round of the watch after each. */
    void minutes(int count) {
        for (int minute = 0; minute < count; minute++) {
            clock.advance(Duration.ofMinutes(1));
            tick();
        }
    }

    void tick() {
        try {
            watch.tick();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The log's lines since the last call. */
    List<String> log() {
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        out.reset();
        return lines;
    }

    private static Part healthy() {
        return Part.healthy("boot", "ready");
    }

    private Optional<String> read() throws IOException {
        if (metadataFails.isPresent()) {
            throw new IOException(metadataFails.get());
        }
        return Optional.of(userData).filter(text -> !text.isEmpty());
    }

    // Root's unit answers during the watch's first wait.
    private void hooks(Duration waited) {
        duringHooks.run();
        try {
            String request = Files.readString(places.preStopRequest());
            Files.writeString(places.preStopResult(), request.strip().replace("}", ",\"message\":\"2 hooks ran\"}"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void deallocate(MachineDocument.Machine machine) throws IOException {
        if (azureRefuses.isPresent()) {
            throw new IOException(azureRefuses.get());
        }
        deallocated.add(clock.instant() + " " + machine.id());
    }

    private Signal played() {
        return new Signal() {
            @Override
            public String name() {
                return "ssh";
            }

            @Override
            public Reading read(Instant now) {
                return signal.apply(now);
            }
        };
    }
}
