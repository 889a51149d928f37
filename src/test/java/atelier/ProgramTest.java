package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Stacks;
import atelier.testing.golden.GoldenInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each stack declares, to the last input. Parents, protection and dependencies never reach the mocks: those are judged on
 * the real engine.
 */
class ProgramTest {

    /** One row per type, one column per stack; a type that is missing there is declared by none. */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/counts.csv", numLinesToSkip = 1)
    void declaresSoManyOfEachType(String type, int dev, int minimal, int lockedDown, int large) {
        assertEquals(
                List.of(dev, minimal, lockedDown, large),
                Stacks.ALL.stream().map(stack -> recorded(stack).ofType(type).size()).toList());
    }

    @Test
    void declaresNoOtherType() throws IOException {
        TreeSet<String> declared = new TreeSet<>();
        Stacks.ALL.forEach(stack -> declared.addAll(recorded(stack).countsByType().keySet()));
        List<String> counted = Files.readAllLines(Path.of("src", "test", "resources", "golden", "counts.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0].strip())
                .toList();
        assertEquals(List.copyOf(declared), counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everyInputIsAsInTheGoldenFile(String stack) {
        assertEquals("", String.join("\n", GoldenInputs.differences(stack, recorded(stack))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void declaresTheSameInEveryRun(String stack) {
        assertEquals(List.of(), GoldenInputs.differences(recorded(stack), Stacks.deployedAgain(stack).recorded()));
    }

    private static Recorded recorded(String stack) {
        return Stacks.deployed(stack).recorded().resources();
    }
}
