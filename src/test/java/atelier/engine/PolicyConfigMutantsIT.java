package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.Catalog;
import atelier.config.ConfigReader;
import atelier.config.InvalidConfig;
import atelier.model.Problem;
import atelier.preflight.Preflight;
import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import atelier.testing.engine.Step;
import atelier.testing.policypack.ConfigMutant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time in the configuration of the stacks: none gets as far as a plan that the policy pack would have to judge. */
class PolicyConfigMutantsIT {
    @TempDir
    private Path folder;

    static List<ConfigMutant> mutants() {
        return ConfigMutant.all();
    }

    static List<ConfigMutant> mutantsOnTheEngine() {
        return mutants().stream().filter(ConfigMutant::onTheEngine).toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsRefusedWhereItsFaultIs(ConfigMutant mutant) {
        assertEquals(List.of(mutant.problem()), problems(Stacks.parse(mutant.file())).stream().map(Problem::path).toList());
    }

    @ParameterizedTest
    @MethodSource("mutantsOnTheEngine")
    void thePreviewIsRefusedBeforeAnyResource(ConfigMutant mutant) {
        Engine engine = Engine.in(folder, Stacks.file(mutant.stack()));
        engine.run("config", "set", "--path", mutant.path(), mutant.value()).succeeded();
        Operation preview = engine.preview().failed();
        assertEquals(List.of("pulumi:pulumi:Stack"), preview.steps().stream().map(Step::type).distinct().toList());
        assertTrue(preview.run().out().contains(mutant.problem() + ": "), preview.run().out());
    }

    @Test
    void thereAreEnough() {
        assertTrue(mutantsOnTheEngine().size() >= 8, mutantsOnTheEngine().size() + " mutants");
    }

    private static List<Problem> problems(Map<String, String> configuration) {
        try {
            return Preflight.judge(ConfigReader.read(configuration), Catalog.load());
        } catch (InvalidConfig invalid) {
            return invalid.problems();
        }
    }
}
