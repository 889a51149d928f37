package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.policypack.Finding;
import atelier.testing.policypack.FixedClockPack;
import atelier.testing.policypack.PackServer;
import atelier.testing.policypack.PlanMutant;
import atelier.testing.policypack.PreviewedStack;
import atelier.testing.policypack.RecordedPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One fault at a time in the plans that the engine showed to the pack: the real analyzer server refuses every one.
 *
 * <p>The pack keeps what it was shown, so a mutant shows it only the resources that differ, and afterwards the originals.
 */
class PolicyPlanMutantsIT {
    /** It judges the file of waivers, of which no plan tells; {@link PolicyEscapesIT} has its faults. */
    private static final String NOT_IN_A_PLAN = "PACK-01";

    private static PackServer pack;

    @BeforeAll
    static void showThePlans(@TempDir Path folder) {
        pack = PackServer.start(FixedClockPack.in(folder.resolve("fixed")));
        for (String stack : Stacks.ALL) {
            PreviewedStack.of(stack).plan().resources().forEach(pack::analyze);
        }
    }

    @AfterAll
    static void stop() {
        pack.close();
    }

    static List<PlanMutant> mutants() {
        return PlanMutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsRefusedByItsRule(PlanMutant mutant) {
        RecordedPlan plan = PreviewedStack.of(mutant.stack()).plan();
        List<Finding> findings = mutant.in(plan).findings(pack);
        mutant.originals(plan).forEach(pack::analyze);
        Set<String> refusing = findings.stream().filter(Finding::mandatory).map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(refusing.contains(mutant.rule()), () -> mutant + " is refused by " + refusing);
        assertEquals(mutant.allowed(), refusing, () -> mutant + ": " + findings);
    }

    @Test
    void withoutAFaultNothingIsRefused() {
        for (String stack : Stacks.ALL) {
            List<Finding> refusals = new ArrayList<>(PreviewedStack.of(stack).plan().findings(pack));
            refusals.removeIf(finding -> !finding.mandatory());
            assertEquals(List.of(), refusals, stack);
        }
    }

    @Test
    void everyMandatoryRuleHasAtLeastTwo() {
        Map<String, Long> rows = mutants().stream().collect(Collectors.groupingBy(PlanMutant::rule, Collectors.counting()));
        Set<String> rules = new TreeSet<>(pack.mandatoryRules());
        rules.remove(NOT_IN_A_PLAN);
        assertEquals(Set.of(), rules.stream().filter(rule -> rows.getOrDefault(rule, 0L) < 2).collect(Collectors.toSet()));
        assertEquals(Set.of(), rows.keySet().stream().filter(rule -> !rules.contains(rule)).collect(Collectors.toSet()));
    }
}
