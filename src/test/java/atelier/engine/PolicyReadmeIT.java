package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.MarkdownFile;
import atelier.testing.engine.CheckoutCopy;
import atelier.testing.engine.Launcher;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the pack's own page is run on a copy of the checkout, in the order in which it stands there. */
class PolicyReadmeIT {
    private static final MarkdownFile PAGE = MarkdownFile.at(Path.of("policy", "README.md"));

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorksAsPrinted() {
        CheckoutCopy copy = CheckoutCopy.into(folder.resolve("checkout"));
        Launcher launcher = copy.launcher();
        PAGE.commands().forEach(command -> launcher.shell(command).succeeded());
        assertEquals("", copy.changes(), "no command changes a file of the repository");
    }
}
