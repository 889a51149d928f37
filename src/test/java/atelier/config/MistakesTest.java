package atelier.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is reported alone, with its path, its value, what is allowed and a command that mends it. */
class MistakesTest {

    static Stream<Mistake> mistakes() {
        return Mistake.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsTheOnlyProblem(Mistake mistake) {
        InvalidConfig invalid = assertThrows(InvalidConfig.class, () -> mistake.made().read());
        assertEquals(List.of(mistake.problem()), invalid.problems());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void commandMendsTheMistake(Mistake mistake) {
        Configuration mended = mistake.made().run(mistake.problem().command());
        mended.read();
    }

    @Test
    void rulesAreDistinct() {
        List<String> rules = mistakes().map(Mistake::rule).toList();
        assertEquals(rules.size(), new HashSet<>(rules).size());
        assertTrue(rules.size() >= 60, rules.size() + " mistakes");
    }

    @Test
    void emptyConfigurationIsMendedByItsOwnReport() {
        Configuration configuration = Configuration.empty();
        InvalidConfig invalid = assertThrows(InvalidConfig.class, configuration::read);
        assertEquals(
                List.of("azure-native:location", "atelier:team", "atelier:access", "atelier:network", "atelier:files",
                        "atelier:quota", "atelier:images", "atelier:workstations"),
                invalid.problems().stream().map(Problem::path).toList());
        invalid.problems().forEach(problem -> configuration.run(problem.command()));
        assertEquals(1, configuration.read().workstations().size());
    }

    @Test
    void mistakesInDifferentSectionsAreAllReportedInTheOrderOfTheContract() {
        Configuration configuration = Configuration.dev();
        Set<String> together = Set.of(
                "unknown key", "malformed GUID", "third exposure", "soft delete too short", "negative cores",
                "day spelt out", "minimum over maximum", "unknown top-level key");
        mistakes().filter(mistake -> together.contains(mistake.rule())).forEach(mistake -> mistake.makeIn(configuration));
        InvalidConfig invalid = assertThrows(InvalidConfig.class, configuration::read);
        assertEquals(
                List.of("atelier:team.nmae", "atelier:access.tenantId", "atelier:network.exposure",
                        "atelier:files.softDeleteDays", "atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]",
                        "atelier:workstations[1].schedule.days[0]", "atelier:clusters[0].minNodes", "atelier:workstation"),
                invalid.problems().stream().map(Problem::path).toList());
    }
}
