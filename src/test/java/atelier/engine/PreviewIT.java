package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import atelier.testing.golden.GoldenInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest stack, from the jar that users get. The other three: {@link LifecycleIT}. */
class PreviewIT {
    @TempDir
    private Path folder;

    @Test
    void theMinimisedJarDeclaresEveryResourceOfSixtyWorkstations() {
        Operation preview = Engine.in(folder, Stacks.file("large")).preview().succeeded();
        assertEquals(Set.of("create"), preview.counts().keySet());
        List<String> resources = preview.steps().stream()
                .filter(step -> step.type().startsWith("azure-native:"))
                .map(step -> step.type() + " " + step.name())
                .toList();
        assertEquals(718, resources.size());
        assertEquals(GoldenInputs.resources("large"), resources.stream().collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(List.of(), Noise.in(preview.run()));
    }
}
