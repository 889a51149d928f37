package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.Spec;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    @Test
    void aPublicWorkstationIsReachedFromItsListsOnly() {
        Spec spec = SpecDraft.dev().spec();
        assertEquals(reach(Set.of("203.0.113.0/24"), Set.of("203.0.113.7/32")),
                Reachability.of(spec, spec.workstations().get(0)));
        assertEquals(reach(Set.of("203.0.113.0/24"), Set.of()), Reachability.of(spec, spec.workstations().get(1)));
    }

    @Test
    void bastionAddsItsSubnetToSshWhereThatIsOnAndToNothingElse() {
        SpecDraft draft = SpecDraft.dev();
        draft.bastion = true;
        Spec spec = draft.spec();
        assertEquals(
                reach(Set.of("203.0.113.0/24"), Set.of("10.42.192.0/26", "203.0.113.7/32")),
                Reachability.of(spec, spec.workstations().get(0)));
        assertEquals(Set.of(), Reachability.of(spec, spec.workstations().get(1)).ssh());
    }

    @Test
    void aPrivateWorkstationIsReachedFromTheNetworkAndItsPeers() {
        SpecDraft draft = SpecDraft.dev();
        draft.isPrivate = true;
        Spec spec = draft.spec();
        assertEquals(reach(Set.of("VirtualNetwork"), Set.of()), Reachability.of(spec, spec.workstations().get(1)));
    }

    private static Reachability reach(Set<String> https, Set<String> ssh) {
        return new Reachability(new TreeSet<>(https), new TreeSet<>(ssh));
    }
}
