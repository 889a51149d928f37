package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Spec;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.Stacks;
import atelier.testing.Taggable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertEquals(List.of(), wrong(taggable, spec));
    }

    @Test
    void aMissingOrWrongTagIsFound() {
        Recorded recorded = Stacks.deployed("dev").recorded();
        Registration disk = recorded.ofType("compute:Disk").named("ada-disk");
        for (String tag : List.of("costCenter", "owner", "team")) {
            ObjectNode without = disk.inputs().deepCopy();
            ((ObjectNode) without.get("tags")).remove(tag);
            ObjectNode other = disk.inputs().deepCopy();
            ((ObjectNode) other.get("tags")).put(tag, "somebody");
            assertEquals(1, wrong(only(disk, without), Stacks.spec("dev")).size(), tag);
            assertEquals(1, wrong(only(disk, other), Stacks.spec("dev")).size(), tag);
        }
    }

    private static Recorded only(Registration registration, ObjectNode inputs) {
        return Recorded.of(List.of(new Registration(registration.type(), registration.name(), inputs, registration.id())));
    }

    private static List<String> wrong(Recorded taggable, Spec spec) {
        List<String> wrong = new ArrayList<>();
        for (Registration registration : taggable.all()) {
            if (!registration.input("tags.costCenter").asText().equals(spec.team().costCenter())
                    || !registration.input("tags.team").asText().equals(spec.team().name().value())
                    || !registration.input("tags.owner").asText().equals(owner(registration, spec))) {
                wrong.add(registration + ": " + registration.input("tags"));
            }
        }
        return wrong;
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
