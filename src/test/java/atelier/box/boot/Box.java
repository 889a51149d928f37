package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A copy of this computer that forgets everything, with the image's files in their places: src/test/resources/box/boxed.
 *
 * <p>Needs root and apt. A run may take {@value #LONGEST_MINUTES} minutes.
 */
public final class Box {
    private static final int LONGEST_MINUTES = 3;
    private static final Path BOXED = Path.of("src", "test", "resources", "box", "boxed");

    /** What a script left behind. */
    public record Outcome(int exitCode, String output) {
        /** Itself, if the script ended well. */
        public Outcome succeeded() {
            assertEquals(0, exitCode, output);
            return this;
        }

        /** Itself, if the script ended in an error. */
        public Outcome failed() {
            assertNotEquals(0, exitCode, output);
            return this;
        }

        /** The output, line by line. */
        public List<String> lines() {
            return output.lines().toList();
        }
    }

    private Box() {}

    /** Runs a script in a box of its own; its output and errors together. */
    public static Outcome run(String script) {
        try {
            Process process = new ProcessBuilder(BOXED.toString()).redirectErrorStream(true).start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(script.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Outcome(process.waitFor(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
