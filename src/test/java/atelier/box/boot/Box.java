package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    /** fact NAME COMMAND...: tells what a command prints, lines joined by commas; {@link Outcome#facts()} reads it. */
    private static final String FACT = """
            fact() { printf 'fact %s: %s\\n' "$1" "$("${@:2}" 2>&1 | paste -s -d ,)"; }
            """;
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
            Path output = Files.createTempFile("box", ".out");
            Process process = new ProcessBuilder(PROGRAMS.resolve(program).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write((FACT + script).getBytes(StandardCharsets.UTF_8));
            }
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended) {
                // A signal that it can handle: it takes its machine down.
                process.destroy();
                throw new AssertionError("the script takes longer than " + LONGEST_MINUTES + " minutes: " + said);
            }
            return new Outcome(process.exitValue(), said);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
