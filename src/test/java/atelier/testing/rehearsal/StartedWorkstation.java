package atelier.testing.rehearsal;

import atelier.testing.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A run of {@code sandbox/workstation} from its start until it is closed. */
public final class StartedWorkstation implements AutoCloseable {
    /** With empty caches it builds Debian's root, the image and what stands in first. */
    private static final long MINUTES_TO_START = 45;
    private static final long SECONDS_TO_END = 90;
    private static final long LOOK_EVERY_MILLISECONDS = 200;

    private final Workstation workstation;
    private final Path out;
    private final Path err;
    private final Process process;

    private StartedWorkstation(Workstation workstation, Path out, Path err, Process process) {
        this.workstation = workstation;
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /**
     * Starts a deployed workstation and waits until it is ready.
     *
     * @throws AssertionError with everything that it printed, if it ends or takes too long before that
     */
    public static StartedWorkstation of(Engine engine, String name) {
        try {
            Path out = Files.createTempFile(name, ".out");
            Path err = Files.createTempFile(name, ".err");
            Process process = Command.workstation(engine, name).start(out, err);
            StartedWorkstation started = new StartedWorkstation(new Workstation(name, engine), out, err, process);
            started.awaitReady();
            return started;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    public Workstation workstation() {
        return workstation;
    }

    /** What it has printed so far on standard output. */
    public String printed() {
        return read(out);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for its end, which somebody else has brought about. */
    public void awaitEnd() {
        if (!within(TimeUnit.SECONDS.toMillis(SECONDS_TO_END))) {
            throw new AssertionError("the workstation does not end\n" + read(err));
        }
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitReady() {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        while (!printed().contains("Ctrl-C")) {
            if (within(LOOK_EVERY_MILLISECONDS) || System.nanoTime() > patience) {
                process.destroy();
                throw new AssertionError("the workstation did not get ready\n" + printed() + read(err));
            }
        }
    }

    private boolean within(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a workstation ran", interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
