package atelier.change;

import static atelier.change.Dev.assertPlan;
import static atelier.change.Dev.newWorkstation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Plan;
import atelier.testing.engine.State;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workstations that come and go: nobody else's resource is touched. */
@ExtendWith(DevStack.class)
class MembershipChangeIT {
    private static final String ITS_OWN = """
            create atelier:components:Workstation alan
            create atelier:components:WorkstationAgent alan-agent
            create atelier:components:WorkstationNetwork alan-network
            create authorization:RoleAssignment alan-agent-applications
            create authorization:RoleAssignment alan-agent-files
            create authorization:RoleAssignment alan-agent-stop
            create compute:Disk alan-disk
            create compute:VirtualMachine alan
            create managedidentity:UserAssignedIdentity alan-agent
            create network:ApplicationSecurityGroup network-alan-asg
            create network:NetworkInterface alan-network-nic
            create network:NetworkSecurityGroup alan-network-nsg
            create network:PublicIPAddress alan-network-address
            """;

    @Test
    void theOrderOfTheListMeansNothing(Engine dev) {
        dev.configure(config -> workstations(config).add(workstations(config).remove(0)));
        assertPlan("", dev.preview());
    }

    @Test
    void aNewWorkstationOfAKnownSizeIsItsOwnResources(Engine dev) {
        dev.configure(newWorkstation("{name: alan, size: Standard_D8s_v5}"));
        assertPlan(ITS_OWN, dev.preview());
    }

    @Test
    void aNewWorkstationBringsWhatItNeedsAndLeavesNothingBehind(Engine dev) {
        State before = State.of(dev);
        dev.configure(newWorkstation("{name: alan, size: Standard_NV6ads_A10_v5, ssh: {publicKey: 'ssh-ed25519 "
                + "AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ', sources: [203.0.113.9/32]}}")
                .andThen(Dev.cores("StandardNVADSA10v5Family", 18)));
        String shared = """
                update authorization:PolicyAssignment guardrails-allowed-sizes parameters.listOfAllowedSKUs.value
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """;
        String added = ITS_OWN.replace("create managedidentity",
                "create compute:VirtualMachineScaleSet scale-sets-grid\ncreate managedidentity") + shared;
        assertPlan(added, dev.preview());
        assertPlan(added, dev.up());
        assertEquals(Set.of("guardrails-allowed-sizes", "network-workstations-nsg"), before.changedIn(State.of(dev)));

        dev.configure(without("alan"));
        assertPlan(added.replace("create ", "delete "), dev.up());
        assertEquals(before, State.of(dev));
    }

    @Test
    void aRemovedWorkstationTakesOnlyItsOwnAlong(Engine dev) {
        dev.configure(without("ada"));
        String plan = ITS_OWN.replace("create ", "delete ").replace("alan", "ada").replace("delete managedidentity",
                "delete compute:VirtualMachineScaleSet scale-sets-cuda\ndelete managedidentity") + """
                update authorization:PolicyAssignment guardrails-allowed-sizes parameters.listOfAllowedSKUs.value
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """;
        assertPlan(plan, dev.up());
    }

    @Test
    void aRenamedWorkstationIsAnotherOne(Engine dev) {
        dev.configure(Dev.workstation("grace", "{name: alan, schedule: never}"));
        String removed = ITS_OWN.replace("create ", "delete ").replace("alan", "grace");
        assertPlan(ITS_OWN + sorted(removed + """
                delete atelier:components:PowerSchedule grace-schedule
                delete authorization:RoleAssignment grace-schedule-machine
                delete logic:Workflow grace-schedule
                delete managedidentity:UserAssignedIdentity grace-schedule-identity
                """), dev.preview());
    }

    @Test
    void noImageIsNoWorkstationButTheFoundationStays(Engine dev) {
        dev.configure(Dev.section("images", "version: none"));
        List<String> plan = Plan.of(dev.preview().succeeded()).lines();
        assertEquals(List.of("update network:NetworkSecurityGroup network-workstations-nsg securityRules"),
                plan.stream().filter(line -> !line.startsWith("delete ")).toList());
        assertEquals(List.of("atelier:components:ScaleSets scale-sets", "compute:VirtualMachineScaleSet scale-sets-cpu",
                "compute:VirtualMachineScaleSet scale-sets-cuda"),
                plan.stream().filter(line -> line.startsWith("delete ")).map(line -> line.substring("delete ".length()))
                        .filter(line -> !line.matches(".*\\b(ada|grace)\\b.*")).toList());
    }

    private static String sorted(String lines) {
        return lines.lines().sorted().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static ArrayNode workstations(ObjectNode config) {
        return (ArrayNode) config.path("atelier:workstations");
    }

    private static Consumer<ObjectNode> without(String name) {
        return config -> {
            for (int i = workstations(config).size() - 1; i >= 0; i--) {
                if (workstations(config).get(i).path("name").asText().equals(name)) {
                    workstations(config).remove(i);
                }
            }
        };
    }
}
