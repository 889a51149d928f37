package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import atelier.testing.engine.Violation;
import atelier.testing.policypack.Finding;
import atelier.testing.policypack.FixedClockPack;
import atelier.testing.policypack.HostedPack;
import atelier.testing.policypack.PlanMutant;
import atelier.testing.policypack.Saboteur;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some of the same faults on the real engine, where another pack puts them into the plan before ours sees it. */
class PolicyEngineMutantsIT {
    @TempDir
    private Path folder;
    private String pack;

    @BeforeEach
    void makeThePack() {
        pack = FixedClockPack.in(folder.resolve("fixed")).toString();
    }

    static List<PlanMutant> mutants() {
        return PlanMutant.all().stream().filter(PlanMutant::onTheEngine).toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void thePreviewIsRefused(PlanMutant mutant) {
        Engine engine = Engine.in(folder.resolve("stack"), Stacks.file(mutant.stack()));
        try (HostedPack sabotage = HostedPack.start(folder.resolve("saboteur"), Saboteur.of(mutant))) {
            Operation preview = engine.preview("--policy-pack", sabotage.path(), "--policy-pack", pack).failed();
            assertEquals(mutant.allowed(), refusing(preview), () -> preview.run().out());
        }
    }

    static List<PlanMutant> mutantsOfTheUpdate() {
        return PlanMutant.all().stream().filter(PlanMutant::inTheUpdate).toList();
    }

    @ParameterizedTest
    @MethodSource("mutantsOfTheUpdate")
    void theUpdateIsRefusedForWhatThePreviewCouldNotKnow(PlanMutant mutant) {
        Engine engine = Engine.in(folder.resolve("stack"), Stacks.file(mutant.stack()));
        try (HostedPack sabotage = HostedPack.start(folder.resolve("saboteur"), Saboteur.ofTheUpdate(mutant))) {
            Operation preview = engine.preview("--policy-pack", sabotage.path(), "--policy-pack", pack).succeeded();
            assertEquals(Set.of(), refusing(preview));
            Operation update = engine.up("--policy-pack", sabotage.path(), "--policy-pack", pack).failed();
            assertEquals(mutant.allowed(), refusing(update), () -> update.run().out());
            assertFalse(types(engine).isEmpty());
            assertFalse(types(engine).contains("azure-native:compute:VirtualMachine"), "the machine is not built");
        }
    }

    @Test
    void thereAreEnough() {
        assertTrue(mutants().size() >= 8, mutants().size() + " mutants");
    }

    private static Set<String> types(Engine engine) {
        return StreamSupport.stream(engine.resources().spliterator(), false)
                .map(resource -> resource.path("type").asText())
                .filter(type -> type.startsWith("azure-native:"))
                .collect(Collectors.toSet());
    }

    private static Set<String> refusing(Operation operation) {
        return operation.violations().stream()
                .filter(violation -> violation.level().equals("mandatory"))
                .map(Violation::policy)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
