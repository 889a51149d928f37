package atelier.change;

import static atelier.change.Dev.assertPlan;
import static atelier.change.Dev.section;
import static atelier.change.Dev.workstation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes that stop a machine or make it anew: its disk, its network interface and its addresses stay in any case. */
@ExtendWith(DevStack.class)
class MachineChangeIT {
    private static final String NEW_IMAGE = "2026.12.1";

    @Test
    void aSizeOfTheSameKindIsAResize(Engine dev) {
        dev.configure(workstation("ada", "size: Standard_NC8as_T4_v3"));
        String plan = """
                update authorization:PolicyAssignment guardrails-allowed-sizes parameters.listOfAllowedSKUs.value
                update compute:VirtualMachine ada hardwareProfile.vmSize
                """;
        assertPlan(plan, dev.preview());
        assertPlan(plan, dev.up());
    }

    @Test
    void aSizeWithATemporaryDiskMakesTheMachineAnew(Engine dev) {
        dev.configure(workstation("grace", "size: Standard_D8ds_v5").andThen(Dev.cores("standardDDSv5Family", 8)));
        List<String> before = addresses(dev, "grace");
        String plan = """
                replace authorization:RoleAssignment grace-agent-stop
                replace authorization:RoleAssignment grace-schedule-machine
                replace compute:VirtualMachine grace
                update authorization:PolicyAssignment guardrails-allowed-sizes parameters.listOfAllowedSKUs.value
                """;
        assertPlan(plan, dev.preview());
        assertPlan(plan, dev.up());
        assertEquals(before, addresses(dev, "grace"));
    }

    @Test
    void aSizeOfAnotherImageLineMakesTheMachineAnewInItsScaleSet(Engine dev) {
        dev.configure(workstation("grace", "size: Standard_NC4as_T4_v3"));
        List<String> before = addresses(dev, "grace");
        assertPlan("""
                delete compute:VirtualMachineScaleSet scale-sets-cpu
                replace authorization:RoleAssignment grace-agent-stop
                replace authorization:RoleAssignment grace-schedule-machine
                replace compute:VirtualMachine grace
                update authorization:PolicyAssignment guardrails-allowed-sizes parameters.listOfAllowedSKUs.value
                """, dev.up());
        assertEquals(before, addresses(dev, "grace"));
        JsonNode machine = State.of(dev).inputs(":VirtualMachine", "grace");
        assertEquals("atelier-vision-cuda", lastOf(machine.at("/virtualMachineScaleSet/id")));
    }

    @Test
    void aNewImageMakesOnlyTheMachinesAnew(Engine dev) {
        dev.changeWorld(world -> world.path("images").forEach(versions -> ((ArrayNode) versions).add(NEW_IMAGE)));
        dev.configure(section("images", "version: " + NEW_IMAGE));
        List<String> before = addresses(dev, "ada");
        String plan = """
                replace authorization:RoleAssignment ada-agent-stop
                replace authorization:RoleAssignment grace-agent-stop
                replace authorization:RoleAssignment grace-schedule-machine
                replace compute:VirtualMachine ada storageProfile.imageReference.id tags.image userData
                replace compute:VirtualMachine grace storageProfile.imageReference.id tags.image userData
                """;
        assertPlan(plan, dev.preview());
        assertPlan(plan, dev.up());
        assertEquals(before, addresses(dev, "ada"));
        assertEquals(NEW_IMAGE, lastOf(State.of(dev).inputs(":VirtualMachine", "ada").at("/storageProfile/imageReference/id")));
    }

    private static String lastOf(JsonNode id) {
        return id.asText().substring(id.asText().lastIndexOf('/') + 1);
    }

    /** Host name and addresses as the outputs tell them. */
    private static List<String> addresses(Engine dev, String workstation) {
        JsonNode outputs = dev.outputs().path("workstations").path(workstation);
        List<String> addresses = Stream.of("host", "privateAddress", "publicAddress")
                .map(key -> outputs.path(key).asText())
                .toList();
        assertFalse(addresses.contains(""), outputs::toString);
        return addresses;
    }
}
