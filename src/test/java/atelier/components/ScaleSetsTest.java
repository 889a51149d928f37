package atelier.components;

import static atelier.components.Machines.ADA;
import static atelier.components.Machines.COMPUTE;
import static atelier.components.Machines.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScaleSetsTest {
    @Test
    void thereIsOneForEachLineInUse() {
        assertEquals(List.of("scale-set-cpu"), sets(GRACE).names());
        assertEquals(List.of("scale-set-cpu", "scale-set-cuda"), sets(ADA, GRACE).names());
        assertEquals(List.of(), sets().names());
    }

    @Test
    void eachIsFlexibleAndHasNothingThatOneWithoutAProfileMayNotHave() {
        for (Registration set : sets(ADA, GRACE).all()) {
            Set<String> inputs = new TreeSet<>();
            set.inputs().fieldNames().forEachRemaining(inputs::add);
            assertEquals(
                    Set.of(
                            "location",
                            "orchestrationMode",
                            "platformFaultDomainCount",
                            "resourceGroupName",
                            "tags",
                            "vmScaleSetName"),
                    inputs);
            assertEquals("Flexible", set.text("orchestrationMode"));
            assertEquals("1", set.text("platformFaultDomainCount"));
        }
    }

    @Test
    void eachMachineIsAMemberOfTheSetOfItsLine() {
        Recorded recorded = Machines.of(ADA, GRACE).deployed().recorded();
        String sets = COMPUTE + "/providers/Microsoft.Compute/virtualMachineScaleSets/";
        assertEquals(sets + "atelier-vision-cuda", setOf("ada", recorded));
        assertEquals(sets + "atelier-vision-cpu", setOf("grace", recorded));
    }

    private static Recorded sets(atelier.model.Workstation... workstations) {
        return Machines.of(workstations).deployed().recorded().ofType("VirtualMachineScaleSet");
    }

    private static String setOf(String name, Recorded recorded) {
        return recorded.ofType("VirtualMachine").named(name).text("virtualMachineScaleSet.id");
    }
}
