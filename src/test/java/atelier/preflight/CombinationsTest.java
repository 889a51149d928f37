package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atelier.catalog.Catalog;
import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class CombinationsTest {
    private static final Catalog CATALOG = Catalog.load();

    /** A mended value may uncover a second mistake behind the first, a size that then exceeds a quota for instance. */
    private static final int ROUNDS = 3;

    @Property(tries = 300, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void severalMistakesAreMendedByPastingTheCommandsInTheirOrder(@ForAll("combinations") List<Mistake> mistakes) {
        SpecDraft draft = SpecDraft.dev();
        mistakes.forEach(mistake -> mistake.change().accept(draft));
        assertFalse(judge(draft).isEmpty());
        for (int round = 0; round < ROUNDS; round++) {
            judge(draft).forEach(problem -> ConfigCommands.run(problem.command(), draft));
        }
        assertEquals(List.of(), judge(draft));
    }

    @Provide
    Arbitrary<List<Mistake>> combinations() {
        return Arbitraries.of(Mistakes.all()).list().uniqueElements(CombinationsTest::part).ofMinSize(2).ofMaxSize(5);
    }

    /** The part of the configuration that a mistake is in; two in the same part would overwrite each other. */
    private static String part(Mistake mistake) {
        return mistake.expected().path().split("\\.")[0];
    }

    private static List<Problem> judge(SpecDraft draft) {
        return Preflight.judge(draft.spec(), CATALOG);
    }
}
