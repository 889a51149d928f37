package atelier.sandbox.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.sandbox.cloud.Cloud;
import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may do what on the stack dev as the real engine deployed it: 18 people and identities, 40 operations, 720 answers.
 *
 * <p>The golden file was read by hand, line by line. Whoever changes a role sees here who gains or loses what.
 */
@ExtendWith(DevStack.class)
class AccessMatrixIT {
    private static final Path GOLDEN = Path.of("src/test/resources/access/dev.txt");

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse(Engine dev) throws IOException {
        AccessMatrix matrix = new AccessMatrix(Cloud.open(dev.sandbox(), dev.world()));
        assertEquals(
                List.of("you", "ada", "grace", "alan", "otto", "rachel", "olivia", "conrad", "dana", "noah", "gwen", "mallory",
                        "vision-ada-agent", "vision-grace-agent", "vision-grace-schedule", "atelier-vision-notebook",
                        "atelier-vision-signin", "atelier-vision-workspace"),
                matrix.personas());
        assertEquals(Files.readString(GOLDEN), String.join("\n", matrix.lines()) + "\n");
    }
}
