package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.Catalog;
import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {
    private static final Catalog CATALOG = Catalog.load();

    static List<Mistake> mistakes() {
        return Mistakes.all();
    }

    @Test
    void theWorkedExampleHasNoMistake() {
        assertEquals(List.of(), Preflight.judge(SpecDraft.dev().spec(), CATALOG));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsPathValueAllowanceAndCommand(Mistake mistake) {
        SpecDraft draft = SpecDraft.dev();
        mistake.change().accept(draft);
        assertEquals(List.of(mistake.expected()), Preflight.judge(draft.spec(), CATALOG));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theCommandMendsTheMistake(Mistake mistake) {
        SpecDraft draft = SpecDraft.dev();
        mistake.change().accept(draft);
        for (Problem problem : Preflight.judge(draft.spec(), CATALOG)) {
            ConfigCommands.run(problem.command(), draft);
        }
        assertEquals(List.of(), Preflight.judge(draft.spec(), CATALOG));
    }

    @Test
    void theMistakesAreDistinctByRule() {
        assertEquals(mistakes().size(), mistakes().stream().map(Mistake::rule).distinct().count());
        long texts = mistakes().stream().map(mistake -> rule(mistake.expected())).distinct().count();
        assertTrue(texts >= 45, texts + " distinct rules");
    }

    /** Where and what, without the numbers that differ from case to case. */
    private static String rule(Problem problem) {
        return (problem.path() + " " + problem.allowed()).replaceAll("[0-9]+", "#");
    }
}
