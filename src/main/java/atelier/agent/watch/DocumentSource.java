package atelier.agent.watch;

import atelier.agent.machine.InvalidDocument;
import atelier.agent.machine.MachineDocument;
import atelier.agent.machine.MachineDocumentReader;
import atelier.agent.server.AuditLog;
import atelier.agent.watch.health.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The machine's document, fetched from its user data again and again. A text that cannot be read does not replace one that
 * could: the last good one stays in force, on the disk too, and {@link #health} says why.
 */
final class DocumentSource {
    private static final String PART = "document";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration OFFER_EVERY = Duration.ofMinutes(5);
    private static final String MEND = "; an administrator has to deploy the stack again";

    private final UserData userData;
    private final Path file;
    private final Path inForce;
    private final AuditLog log;
    private Instant offered = Instant.MIN;
    private volatile Optional<Good> good = Optional.empty();
    private volatile Optional<Problem> problem = Optional.empty();

    /** Where the text comes from; absent when the machine has none. */
    @FunctionalInterface
    interface UserData {
        Optional<String> read() throws IOException;
    }

    private record Good(String text, MachineDocument document) {}

    /** @param refused whether there was a text and it was wrong, rather than none to be had */
    private record Problem(String message, boolean refused, Instant since) {}

    /**
     * A source that has not been asked yet.
     *
     * @param file where root takes the text from to put it into force
     * @param inForce where root puts it
     */
    DocumentSource(UserData userData, Path file, Path inForce, AuditLog log) {
        this.userData = userData;
        this.file = file;
        this.inForce = inForce;
        this.log = log;
    }

    /** Takes up the document of an earlier run of the watch, if there is one. */
    void resume() throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file);
            try {
                good = Optional.of(new Good(text, MachineDocumentReader.read(text)));
            } catch (InvalidDocument invalid) {
                log.write(line -> line.put("event", PART).put("ignored", file + ": " + invalid.getMessage()));
            }
        }
    }

    /** Asks once. */
    void refresh(Instant now) {
        try {
            accept(userData.read().orElseThrow(() -> new IOException("the machine has no user data")), now);
            problem = Optional.empty();
        } catch (InvalidDocument invalid) {
            trouble(invalid.getMessage(), true, now);
        } catch (IOException unreachable) {
            trouble(unreachable.getMessage(), false, now);
        }
    }

    private void accept(String text, Instant now) throws InvalidDocument, IOException {
        if (good.filter(known -> known.text().equals(text)).isPresent()) {
            offerAgain(text, now);
            return;
        }
        MachineDocument document = MachineDocumentReader.read(text);
        offer(text, now);
        good = Optional.of(new Good(text, document));
        log.write(line -> line.put("event", PART)
                .put("taken", document.workstation())
                .put("idleAfter", document.idleAfter().map(Duration::toString).orElse("never")));
    }

    private void offer(String text, Instant now) throws IOException {
        new AtomicFile(file).write(text);
        offered = now;
    }

    // A change that comes just as root's unit ends goes unseen, and what kept root from taking the text may have passed.
    private void offerAgain(String text, Instant now) throws IOException {
        boolean taken = Files.exists(inForce) && Files.readString(inForce).strip().equals(text.strip());
        if (!taken && !now.isBefore(offered.plus(OFFER_EVERY))) {
            offer(text, now);
        }
    }

    private void trouble(String message, boolean refused, Instant now) {
        boolean known = problem.filter(it -> it.message().equals(message)).isPresent();
        if (!known) {
            log.write(line -> line.put("event", PART).put("refused", message));
        }
        Instant since = problem.filter(it -> it.refused() == refused).map(Problem::since).orElse(now);
        problem = Optional.of(new Problem(message, refused, since));
    }

    /** The last good one; absent as long as there has never been one. */
    Optional<MachineDocument> current() {
        return good.map(Good::document);
    }

    /** A metadata service that does not answer for ten minutes is only a warning. */
    Part health(Instant now) {
        if (problem.isEmpty()) {
            return good.isPresent()
                    ? Part.healthy(PART, "read from the machine's user data")
                    : new Part(PART, Part.Status.STARTING, "not read yet");
        }
        Problem why = problem.get();
        String message = why.message() + (good.isPresent() ? "; the one before stays in force" : "") + MEND;
        boolean passing = !why.refused() && now.isBefore(why.since().plus(PATIENCE));
        if (passing) {
            return new Part(PART, good.isPresent() ? Part.Status.WARNING : Part.Status.STARTING, why.message());
        }
        return Part.unhealthy(PART, message);
    }

    /** For people, when what Azure holds cannot be used. */
    Optional<String> banner() {
        return problem.filter(Problem::refused).map(why -> "The description of this workstation in Azure is wrong: "
                + why.message() + (good.isPresent() ? ". The one before stays in force" : "")
                + ". An administrator has to deploy the stack again.");
    }
}
