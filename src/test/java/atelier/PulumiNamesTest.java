package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.ResourceName;
import atelier.model.Workstation;
import atelier.naming.ReservedWords;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan tells by names alone whom a change touches. */
class PulumiNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void whatIsOneWorkstationsHasItsNameAsAWordAndWhatIsSharedHasNone(String stack) {
        assertEquals(List.of(), wrong(Stacks.deployed(stack).recorded(), workstations(stack)));
    }

    @Test
    void aNameThatMisleadsIsFound() {
        Set<String> workstations = Set.of("ada", "grace");
        assertEquals(1, wrong(Recorded.of(List.of(named("disk", "ada"))), workstations).size());
        assertEquals(1, wrong(Recorded.of(List.of(named("grace-disk", "ada"))), workstations).size());
        assertEquals(1, wrong(Recorded.of(List.of(named("adas-disk", "ada"))), workstations).size());
        assertEquals(1, wrong(Recorded.of(List.of(named("network-ada", null))), workstations).size());
        assertEquals(1, wrong(Recorded.of(List.of(named("ada-grace-peering", "ada"))), workstations).size());
        assertEquals(0, wrong(Recorded.of(List.of(named("ada-disk", "ada"), named("network", null))), workstations).size());
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

    /** Resources with a tag of a workstation must name it and no other; taggable ones without must name none. */
    private static List<String> wrong(Recorded recorded, Set<String> workstations) {
        List<String> wrong = new ArrayList<>();
        for (Registration registration : recorded.all()) {
            Set<String> named = words(registration);
            named.retainAll(workstations);
            Set<String> tagged = registration.input("tags.workstation").isTextual()
                    ? Set.of(registration.text("tags.workstation")) : Set.of();
            boolean mustAgree = registration.input("tags").isObject();
            if (mustAgree && !named.equals(tagged) || named.size() > 1) {
                wrong.add(registration + " is of " + tagged + " and names " + named);
            }
        }
        return wrong;
    }

    private static Registration named(String name, String workstation) {
        ObjectNode inputs = new ObjectMapper().createObjectNode();
        inputs.putObject("tags").put("workstation", workstation);
        return new Registration("azure-native:compute:Disk", name, inputs, "/" + name);
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
