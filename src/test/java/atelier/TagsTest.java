package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Spec;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.Stacks;
import atelier.testing.Taggable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cost has a payer and every resource somebody to ask. */
class TagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everythingTaggableNamesCostCenterOwnerAndTeam(String stack) {
        Spec spec = Stacks.spec(stack);
        Recorded taggable = Stacks.deployed(stack).recorded().where(Taggable::is);
        assertTrue(taggable.size() > 20, () -> "only " + taggable.all());
        List<String> wrong = new ArrayList<>();
        for (Registration registration : taggable.all()) {
            if (!registration.input("tags.costCenter").asText().equals(spec.team().costCenter())
                    || !registration.input("tags.team").asText().equals(spec.team().name().value())
                    || !registration.input("tags.owner").asText().equals(owner(registration, spec))) {
                wrong.add(registration + ": " + registration.input("tags"));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** An identity keeps the first contact as owner: an update of it would make a preview show all its rights as replaced. */
    private static String owner(Registration registration, Spec spec) {
        if (registration.shortType().equals("UserAssignedIdentity")) {
            return spec.team().contacts().get(0);
        }
        return spec.workstations().stream()
                .filter(workstation -> registration.input("tags.workstation").asText().equals(workstation.name().value()))
                .flatMap(workstation -> workstation.owner().stream())
                .map(Object::toString)
                .findFirst()
                .orElse(spec.team().contacts().get(0));
    }
}
