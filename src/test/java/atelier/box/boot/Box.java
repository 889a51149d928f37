package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Where the scripts of a workstation run: in a copy of this computer that forgets everything (src/test/resources/box/boxed), or
 * in a machine of its own that systemd boots (src/test/resources/box/booted), or in a virtual one (src/test/resources/box/vm).
 *
 * <p>Needs root and apt. A run may take {@value #LONGEST_MINUTES} minutes.
 */
public final class Box {
    private static final int LONGEST_MINUTES = 10;
    private static final Path PROGRAMS = Path.of("src", "test", "resources", "box");

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

        /** What lines of the form "fact NAME: VALUE" say. */
        Map<String, String> facts() {
            return output.lines()
                    .filter(line -> line.startsWith("fact "))
                    .map(line -> line.substring("fact ".length()).split(": ?", 2))
                    .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));
        }
    }

    private Box() {}

    /** Runs a script in a box of its own; its output and errors together. */
    public static Outcome run(String script) {
        return run("boxed", script);
    }

    /** Runs a script beside a machine of its own. */
    static Outcome boot(String script) {
        return run("booted", script);
    }

    /** Runs a script in a virtual machine that has a kernel with cifs and an SMB server beside it. */
    static Outcome virtualMachine(String script) {
        return run("vm", script);
    }

    private static Outcome run(String program, String script) {
        try {
            Process process = new ProcessBuilder(PROGRAMS.resolve(program).toString()).redirectErrorStream(true).start();
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
