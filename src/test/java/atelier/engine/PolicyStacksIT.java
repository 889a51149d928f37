package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Launcher;
import atelier.testing.engine.Operation;
import atelier.testing.engine.Violation;
import atelier.testing.policypack.PreviewedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four stacks, judged by the policy pack on the real engine, without a waiver. */
class PolicyStacksIT {
    private static final Path ADVICE = Path.of("src", "test", "resources", "golden");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void nothingMandatoryIsFoundAndAdviceIsTheListThatWasAgreedUpon(String stack) throws IOException {
        Operation preview = PreviewedStack.of(stack).preview().succeeded();
        assertEquals(List.of(), mandatory(preview));
        List<String> advice = preview.violations().stream().map(PolicyStacksIT::line).sorted().toList();
        Path file = ADVICE.resolve(stack + "-advice.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(file, advice);
        }
        assertEquals(Files.readAllLines(file), advice);
    }

    @Test
    void thePackRunsAsTheReadmeTells() {
        Operation preview = Engine.in(folder, Stacks.file("dev"))
                .preview("--policy-pack", Launcher.CHECKOUT.resolve("policy").toString())
                .succeeded();
        assertEquals(List.of(), mandatory(preview));
        assertTrue(preview.run().out().contains("atelier@v1.0.0"), preview.run().out());
    }

    private static List<Violation> mandatory(Operation preview) {
        return preview.violations().stream().filter(violation -> violation.level().equals("mandatory")).toList();
    }

    /** What the rule says stands in its own sources; here is what it was said of. */
    private static String line(Violation violation) {
        String message = violation.message().strip();
        return violation.policy() + " " + violation.resource() + ": " + message.substring(message.lastIndexOf('\n') + 1);
    }
}
