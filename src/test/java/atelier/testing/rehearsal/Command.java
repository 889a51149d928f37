package atelier.testing.rehearsal;

import atelier.testing.engine.Engine;
import atelier.testing.engine.Launcher;
import atelier.testing.engine.Run;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command of the rehearsal, run without a terminal.
 *
 * @param line program and arguments
 * @param environment variables added to those of the tests
 */
public record Command(List<String> line, Path directory, Map<String, String> environment) {
    private static final File NOTHING = new File("/dev/null");
    private static final long MINUTES = 30;

    /** {@code sandbox/workstation NAME FLAGS} for a workstation of this stack. */
    public static Command workstation(Engine engine, String name, String... flags) {
        String program = Launcher.CHECKOUT.resolve("sandbox/workstation").toString();
        return new Command(
                Stream.concat(Stream.of(program, name), Stream.of(flags)).toList(),
                engine.project(),
                Map.of(
                        "ATELIER_SANDBOX_DIR", engine.sandbox().toString(),
                        "ATELIER_AZURE_YAML", engine.world().toString(),
                        "PULUMI_STACK", ""));
    }

    /** A line of bash in the checkout. */
    public static Command bash(String line) {
        return new Command(List.of("bash", "-euo", "pipefail", "-c", line), Launcher.CHECKOUT, Map.of());
    }

    /**
     * Runs it and waits for its end.
     *
     * @throws AssertionError if it takes longer than ten minutes
     */
    public Run run() {
        try {
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            Process process = start(out, err);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", line) + " takes longer than " + MINUTES + " minutes");
            }
            Run run = new Run(String.join(" ", line), process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + line + " ran", interrupted);
        }
    }

    /** Starts it; the caller waits for it or ends it. */
    Process start(Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile())
                .redirectInput(NOTHING).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
