package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Command;
import atelier.testing.rehearsal.Packages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image's shell, judged by shellcheck, shfmt and bats, which come from the distribution. */
class ScriptsRehearsal {
    @BeforeAll
    static void installTheJudges() {
        Packages.install("shellcheck=shellcheck shfmt=shfmt bats=bats jq=jq curl=curl");
    }

    @Test
    void shellcheckFindsNothing() {
        assertEquals("", Command.bash("images/tests/check shellcheck").run().succeeded().everything());
    }

    @Test
    void shfmtWouldChangeNothing() {
        assertEquals("", Command.bash("images/tests/check shfmt").run().succeeded().everything());
    }

    @Test
    void theHelpersDoWhatTheySay() {
        String tests = Command.bash("images/tests/check helpers").run().succeeded().out();
        assertTrue(tests.lines().filter(line -> line.startsWith("ok ")).count() >= 18, tests);
        assertFalse(tests.contains("# skip"), tests);
    }
}
