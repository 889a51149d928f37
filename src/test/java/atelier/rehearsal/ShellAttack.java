package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.Workstation;
import java.util.regex.Pattern;

/** Attacks that are a line of bash on the machine itself. */
final class ShellAttack {
    static final String AZUREUSER = "azureuser";
    static final int CONNECTION_REFUSED = 7;

    private ShellAttack() {}

    /** A line that an account runs in a terminal; it must end with this exit code and say this (a regular expression). */
    static Attack<Workstation> as(String account, String name, String line, int exitCode, String says) {
        return new Attack<>(name, workstation -> assertEnds(exitCode, says, workstation.run(
                "runuser", "--login", "--shell", "/bin/bash", account, "--command", line)));
    }

    /** A line in a terminal of the people's account. */
    static Attack<Workstation> terminal(String name, String line, int exitCode, String says) {
        return as(AZUREUSER, name, line, exitCode, says);
    }

    /** A line in a terminal that is refused with the kernel's words for a right that is missing. */
    static Attack<Workstation> denied(String name, String line) {
        return terminal(name, line, 1, "Permission denied|Operation not permitted|Read-only file system");
    }

    static void assertEnds(int exitCode, String says, Run run) {
        assertEquals(exitCode, run.exitCode(), run::everything);
        assertTrue(Pattern.compile(says).matcher(run.everything()).find(), run::everything);
    }
}
