package atelier.testing.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs {@code sandbox/pulumi} without a terminal.
 *
 * @param checkout whose launcher it is
 * @param project the folder it is started in
 * @param environment variables that are added to those of the tests; an empty value takes one away
 */
public record Launcher(Path checkout, Path project, Map<String, String> environment) {
    /** The checkout under test. */
    public static final Path CHECKOUT = Path.of("").toAbsolutePath();

    private static final File NOTHING = new File("/dev/null");
    /** The first run may have to build the toolchain. */
    private static final long MINUTES = 20;
    private static final long SECONDS_TO_END = 30;

    /** The same with one more variable. */
    public Launcher with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launcher(checkout, project, Map.copyOf(more));
    }

    /**
     * Runs one command and waits for it and for every process that it started.
     *
     * @throws AssertionError if the command takes longer than twenty minutes or leaves a process behind
     */
    public Run run(String... arguments) {
        Stream<String> command = Stream.concat(Stream.of(checkout.resolve("sandbox/pulumi").toString()), Stream.of(arguments));
        return run("sandbox/pulumi " + String.join(" ", arguments), command.toList());
    }

    /** Runs a line as a user would type it in the project's folder. */
    public Run shell(String line) {
        return run(line, List.of("sh", "-c", line));
    }

    /** Runs lines that were printed for the official CLI, the launcher standing in for it. */
    public Run paste(String lines) {
        String pulumi = "pulumi() { '" + checkout.resolve("sandbox/pulumi") + "' \"$@\"; }\n";
        return run(lines, List.of("sh", "-e", "-c", pulumi + lines));
    }

    /** The folder of the toolchain's cache, which stays when a test has a home of its own. */
    static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isEmpty() ? Path.of(System.getenv("HOME"), ".cache") : Path.of(cache);
    }

    private Run run(String title, List<String> command) {
        try {
            Path out = Files.createTempFile("launcher", ".out");
            Path err = Files.createTempFile("launcher", ".err");
            int exitCode = await(start(out, err, command), title);
            Run run = new Run(title, exitCode, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + title + " ran", interrupted);
        }
    }

    private Process start(Path out, Path err, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile())
                .redirectInput(NOTHING).redirectOutput(out.toFile()).redirectError(err.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    private static int await(Process process, String command) throws InterruptedException {
        Set<ProcessHandle> started = new HashSet<>();
        long patience = TimeUnit.MINUTES.toNanos(MINUTES) + System.nanoTime();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(started::add);
            if (System.nanoTime() > patience) {
                started.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " takes longer than " + MINUTES + " minutes");
            }
        }
        started.forEach(handle -> assertTrue(ends(handle), () -> command + " left a process behind: " + handle.info()));
        return process.exitValue();
    }

    private static boolean ends(ProcessHandle handle) {
        try {
            handle.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
