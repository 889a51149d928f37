package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.ResourceName;
import atelier.model.Workstation;
import atelier.naming.ReservedWords;
import atelier.testing.Registration;
import atelier.testing.Stacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan tells by names alone whom a change touches. */
class PulumiNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void whatIsOneWorkstationsHasItsNameAsAWordAndWhatIsSharedHasNone(String stack) {
        List<String> wrong = new ArrayList<>();
        Set<String> workstations = workstations(stack);
        for (Registration registration : Stacks.deployed(stack).recorded().all()) {
            Set<String> named = words(registration);
            named.retainAll(workstations);
            Set<String> tagged = registration.input("tags.workstation").isTextual()
                    ? Set.of(registration.text("tags.workstation")) : Set.of();
            if (!tagged.isEmpty() && !named.equals(tagged)) {
                wrong.add(registration + " is of " + tagged + " and names " + named);
            }
            if (named.size() > 1) {
                wrong.add(registration + " names several: " + named);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void sharedNamesConsistOfReservedWordsAndClusterNames(String stack) {
        Set<String> allowed = new TreeSet<>(ReservedWords.WORDS);
        Stacks.spec(stack).clusters().forEach(cluster -> allowed.addAll(List.of(cluster.name().value().split("-"))));
        Set<String> unreserved = new TreeSet<>();
        Set<String> workstations = workstations(stack);
        for (Registration registration : Stacks.deployed(stack).recorded().all()) {
            Set<String> words = words(registration);
            if (Collections.disjoint(words, workstations) && !registration.type().startsWith("pulumi:")) {
                words.removeAll(allowed);
                words.removeIf(PulumiNamesTest::isPeerHash);
                unreserved.addAll(words);
            }
        }
        assertEquals(Set.of(), unreserved);
    }

    private static Set<String> words(Registration registration) {
        return new TreeSet<>(Arrays.asList(registration.name().split("-")));
    }

    /** A peered network is told apart by a hash of its id, because only its owners choose its name. */
    private static boolean isPeerHash(String word) {
        return word.matches("[0-9a-f]{6}");
    }

    private static Set<String> workstations(String stack) {
        return Stacks.spec(stack).workstations().stream()
                .map(Workstation::name)
                .map(ResourceName::value)
                .collect(Collectors.toSet());
    }
}
