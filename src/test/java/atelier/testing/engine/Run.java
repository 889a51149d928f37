package atelier.testing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What one command of the launcher left behind: its exit code and what it printed. */
public record Run(String command, int exitCode, String out, String err) {
    /** Asserts that the command succeeded. */
    public Run succeeded() {
        assertEquals(0, exitCode, () -> describe());
        return this;
    }

    /** Asserts that the command failed. */
    public Run failed() {
        assertNotEquals(0, exitCode, () -> describe());
        return this;
    }

    /** Everything that the command printed, for assertions on what must not appear anywhere. */
    public String everything() {
        return out + err;
    }

    private String describe() {
        return command + " ended with " + exitCode + "\n" + out + err;
    }
}
