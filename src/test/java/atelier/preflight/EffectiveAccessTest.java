package atelier.preflight;

import static atelier.preflight.EffectiveAccess.Role.ADMINS;
import static atelier.preflight.EffectiveAccess.Role.OPERATORS;
import static atelier.preflight.EffectiveAccess.Role.READERS;
import static atelier.preflight.EffectiveAccess.Role.SCIENTISTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.Spec;
import atelier.preflight.EffectiveAccess.Deed;
import atelier.preflight.EffectiveAccess.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveAccessTest {
    @Test
    void aSharedWorkstationIsOpenedByScientistsAndAdmins() {
        assertEquals(Set.of(ADMINS, SCIENTISTS), may(SpecDraft.dev(), Deed.OPEN, 1));
    }

    @Test
    void aPersonalWorkstationIsOpenedByNoOtherGroupThanAdmins() {
        assertEquals(Set.of(ADMINS), may(SpecDraft.dev(), Deed.OPEN, 0));
    }

    @Test
    void operatorsStartAndStopAndNeverOpen() {
        assertEquals(Set.of(ADMINS, OPERATORS, SCIENTISTS), may(SpecDraft.dev(), Deed.START_AND_STOP, 0));
    }

    @Test
    void everybodySeesAndOnlyAdminsCreateAndDelete() {
        assertEquals(Set.of(ADMINS, OPERATORS, SCIENTISTS, READERS), may(SpecDraft.dev(), Deed.SEE, 0));
        assertEquals(Set.of(ADMINS), may(SpecDraft.dev(), Deed.CREATE_AND_DELETE, 0));
    }

    @Test
    void aGroupThatIsNotConfiguredMayNothing() {
        SpecDraft draft = SpecDraft.dev();
        draft.operators = Optional.empty();
        draft.scientists = Optional.empty();
        draft.readers = Optional.empty();
        for (Deed deed : Deed.values()) {
            assertEquals(Set.of(ADMINS), may(draft, deed, 1));
        }
    }

    private static Set<Role> may(SpecDraft draft, Deed deed, int workstation) {
        Spec spec = draft.spec();
        return EffectiveAccess.may(deed, spec.workstations().get(workstation), spec.access());
    }
}
