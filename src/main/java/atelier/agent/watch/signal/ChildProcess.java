package atelier.agent.watch.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A program of the system, started anew for each question.
 *
 * <p>One that does not end in time is killed. A driver can hang in the kernel, where nothing kills it; then no second one is
 * started until the first has gone. What it says is limited: an application of the users' is asked, which could fill the
 * watch's memory.
 */
public final class ChildProcess implements Program {
    private static final int MOST_BYTES = 256 * 1024;

    private final String program;
    private final Duration limit;
    private Optional<Process> hanging = Optional.empty();

    /** @param limit how long one run may take */
    public ChildProcess(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    @Override
    public synchronized String run(List<String> arguments) throws IOException {
        if (hanging.filter(Process::isAlive).isPresent()) {
            throw new IOException("an earlier " + program + " still hangs");
        }
        Process process = start(arguments);
        CompletableFuture<String> output = reading(process.getInputStream());
        CompletableFuture<String> errors = reading(process.getErrorStream());
        if (!ended(process)) {
            process.destroyForcibly();
            hanging = Optional.of(process);
            throw new IOException(program + " did not end within " + limit.toSeconds() + " s");
        }
        String said = joined(output);
        if (process.exitValue() != 0) {
            throw new IOException(program + " ended with " + process.exitValue() + ": " + joined(errors).strip());
        }
        return said;
    }

    private String joined(CompletableFuture<String> stream) throws IOException {
        try {
            return stream.join();
        } catch (CompletionException unreadable) {
            throw new IOException(program + ": " + unreadable.getCause().getMessage(), unreadable);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        return process;
    }

    private boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while " + program + " ran", stopped);
        }
    }

    private static String text(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it said more than " + MOST_BYTES / 1024 + " KiB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    // Both at once: a program that fills one pipe while nobody reads it would never end. And in threads of their own: readers
    // of a program that hangs must not take the place of others.
    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return text(stream);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }, task -> {
            Thread thread = new Thread(task, "reader");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
