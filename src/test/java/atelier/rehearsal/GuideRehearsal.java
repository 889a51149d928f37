package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.MarkdownFile;
import atelier.testing.engine.Run;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands and programs of the guide for people on a workstation, run on one as its account. */
@ExtendWith(DevWorkstation.class)
class GuideRehearsal {
    private static final MarkdownFile GUIDE = MarkdownFile.guide("workstation.md");
    private static final String LEFT = "rm -rf ~/envs/guide ~/.local/share/jupyter/kernels/guide /scratch/examples "
            + "/scratch/many-small-files /scratch/first-model.db /scratch/server.log";
    private static final String END = "END_OF_THE_GUIDES_PROGRAM\n";

    private static Workstation workstation;

    @BeforeAll
    static void start(Workstation started) {
        workstation = started;
    }

    @AfterAll
    static void leaveItAsItWas() {
        workstation.shell("azureuser", LEFT).succeeded();
    }

    @Test
    void everyCommandWorksInTheOrderInWhichItStandsThere() {
        List<String> blocks = GUIDE.blocks("sh workstation");
        assertTrue(blocks.size() >= 6, blocks::toString);
        String everything = String.join("", blocks);
        Run run = run("bash -euo pipefail", everything).succeeded();
        assertTrue(run.out().contains("python.builtin.type"), run::everything);
        assertTrue(run.out().strip().endsWith("[0]"), run::everything);
    }

    @Test
    void theFirstModelInPythonIsAsGoodAsPrinted() {
        assertPrintsWhatTheGuideSays("python", "/opt/atelier/envs/base/bin/python");
    }

    @Test
    void theFirstModelInRIsAsGoodAsPrinted() {
        assertPrintsWhatTheGuideSays("r", "Rscript");
    }

    private static void assertPrintsWhatTheGuideSays(String language, String interpreter) {
        List<String> programs = GUIDE.blocks(language);
        assertEquals(1, programs.size());
        String printed = run(interpreter + " /dev/stdin", programs.get(0)).succeeded().out().strip();
        assertTrue(printed.matches("accuracy 0\\.\\d\\d"), printed);
        assertTrue(GUIDE.section("## A first model").contains("prints `" + printed + "`"), printed);
    }

    /** Its program comes from standard input, so nothing in it is read by another shell. */
    private static Run run(String interpreter, String program) {
        return workstation.shell("azureuser", interpreter + " <<'" + END.strip() + "'\n" + program + END);
    }
}
