package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.MarkdownFile;
import atelier.testing.Readme;
import atelier.testing.engine.CheckoutCopy;
import atelier.testing.engine.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README is run on a copy of the checkout, in the order in which it stands there, or says why not. */
class ReadmeIT {
    private static final MarkdownFile README = Readme.read();

    /** Commands that cannot be run here, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "mvn verify", "this test is part of it",
            "pulumi up", "needs a subscription; sandbox/pulumi up is the same program",
            "az vm", "the beginning of commands that the outputs hold; needs a subscription",
            "mvn verify -Prehearsal", "needs root; .ci/rehearse runs it",
            "sandbox/workstation ada", "needs root; WorkstationCommandRehearsal runs it",
            "sandbox/bench", "a benchmark, not a test");

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorksAsPrinted() {
        var copy = CheckoutCopy.into(folder.resolve("checkout"));
        var launcher = copy.launcher();
        for (String command : commands()) {
            Run run = launcher.shell(command).succeeded();
            if (command.equals("sandbox/pulumi up --yes")) {
                assertPrintsWhatTheReadmeShows((run.err() + run.out()).lines().toList());
            }
        }
        assertEquals(" M Pulumi.dev.yaml\n", copy.changes(), "only the command that sets a key may change a file");
    }

    /** Line by line and in order; building the toolchain and the program was done before, and every run has its own duration. */
    private static void assertPrintsWhatTheReadmeShows(List<String> printed) {
        List<String> shown = README.blocks("console").get(0).lines()
                .filter(line -> !line.equals("...") && !line.startsWith("sandbox: ") && !line.startsWith("Duration: "))
                .toList();
        int from = 0;
        for (String line : shown) {
            int at = printed.subList(from, printed.size()).indexOf(line);
            assertTrue(at >= 0, () -> "'" + line + "' is not printed after what stands before it");
            from += at + 1;
        }
    }

    /** Those in sentences come before the last block, which removes the stack. */
    private static List<String> commands() {
        List<String> fenced = README.commands();
        List<String> all = new ArrayList<>(fenced.subList(0, fenced.size() - 2));
        all.addAll(README.inlineCommands());
        all.addAll(fenced.subList(fenced.size() - 2, fenced.size()));
        return all.stream().distinct().filter(command -> !NOT_RUN.containsKey(command)).toList();
    }
}
