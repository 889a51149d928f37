package atelier.change;

import static atelier.change.Dev.assertPlan;
import static atelier.change.Dev.workstation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.State;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of one workstation that leave its machine running. */
@ExtendWith(DevStack.class)
class WorkstationChangeIT {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ";

    @Test
    void aNewOwnerIsTaggedAndToldToTheMachineAndGetsNoRole(Engine dev) {
        dev.configure(workstation("grace", "owner: " + Dev.OTHER_USER));
        assertPlan("""
                update compute:Disk grace-disk tags.owner
                update compute:VirtualMachine grace tags.owner userData
                update logic:Workflow grace-schedule tags.owner
                update network:ApplicationSecurityGroup network-grace-asg tags.owner
                update network:NetworkInterface grace-network-nic tags.owner
                update network:NetworkSecurityGroup grace-network-nsg tags.owner
                update network:PublicIPAddress grace-network-address tags.owner
                """, dev.preview());
    }

    @Test
    void sshOpensItsOwnRulesAndItsEndClosesThem(Engine dev) {
        State before = State.of(dev);
        dev.configure(workstation("grace", "ssh: {publicKey: '" + KEY + " first', sources: [203.0.113.9/32]}"));
        assertPlan("""
                update compute:VirtualMachine grace userData
                update network:NetworkSecurityGroup grace-network-nsg securityRules
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """, dev.up());
        assertEquals(List.of("allow-https", "allow-ssh-grace", "deny-ssh", "deny-all-inbound", "deny-remote-login-outbound"),
                rules(dev, "grace-network-nsg"));
        assertEquals(List.of("allow-https", "allow-ssh-ada", "allow-ssh-grace", "deny-ssh", "deny-all-inbound",
                "deny-remote-login-outbound"), rules(dev, "network-workstations-nsg"));

        dev.configure(workstation("grace", "ssh: {publicKey: '" + KEY + " second', sources: [203.0.113.9/32]}"));
        assertPlan("""
                update compute:VirtualMachine grace userData
                """, dev.preview());

        dev.configure(config -> ((ObjectNode) config.at("/atelier:workstations/1")).remove("ssh"));
        assertPlan("""
                update compute:VirtualMachine grace userData
                update network:NetworkSecurityGroup grace-network-nsg securityRules
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """, dev.up());
        assertEquals(before, State.of(dev));
    }

    @Test
    void otherSourcesOfSshChangeItsRules(Engine dev) {
        dev.configure(workstation("ada", "ssh: {publicKey: '" + KEY + " ada', sources: [203.0.113.7/32, 203.0.113.8/32]}"));
        assertPlan("""
                update compute:VirtualMachine ada userData
                update network:NetworkSecurityGroup ada-network-nsg securityRules
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """, dev.preview());
    }

    @Test
    void theIdleTimeIsToldToTheMachine(Engine dev) {
        dev.configure(workstation("ada", "idleAfter: never"));
        dev.configure(workstation("grace", "idleAfter: 2h"));
        assertPlan("""
                update compute:VirtualMachine ada userData
                update compute:VirtualMachine grace userData
                """, dev.preview());
    }

    @Test
    void aScheduleIsALogicAppWithAnIdentityOfItsOwn(Engine dev) {
        String weekly = "schedule: {start: '09:00', stop: '19:00', days: [Mon, Tue, Wed, Thu, Fri], timeZone: Europe/Amsterdam}";
        dev.configure(workstation("ada", weekly));
        dev.configure(workstation("grace", weekly));
        assertPlan("""
                create atelier:components:PowerSchedule ada-schedule
                create authorization:RoleAssignment ada-schedule-machine
                create logic:Workflow ada-schedule
                create managedidentity:UserAssignedIdentity ada-schedule-identity
                update compute:VirtualMachine ada userData
                update compute:VirtualMachine grace userData
                update logic:Workflow grace-schedule definition.triggers.start.recurrence.schedule.hours
                """, dev.preview());
        dev.configure(workstation("ada", "schedule: never"));
        dev.configure(workstation("grace", "schedule: never"));
        assertPlan("""
                delete atelier:components:PowerSchedule grace-schedule
                delete authorization:RoleAssignment grace-schedule-machine
                delete logic:Workflow grace-schedule
                delete managedidentity:UserAssignedIdentity grace-schedule-identity
                update compute:VirtualMachine grace userData
                """, dev.preview());
    }

    @Test
    void aDataDiskGrowsInPlaceAndNeverShrinks(Engine dev) {
        dev.configure(workstation("ada", "diskGiB: 512"));
        assertPlan("""
                update compute:Disk ada-disk diskSizeGB
                """, dev.up());
        dev.configure(workstation("ada", "diskGiB: 256"));
        assertEquals(List.of("Preview failed: Status=409 Code=\"OperationNotAllowed\" Message=\"Disk vision-ada-disk of 512 GB: "
                + "the new size should be greater than existing size. Resizing down is not supported\""),
                dev.preview().failed().messages().stream().filter(message -> message.contains("Status=")).toList());
    }

    private static List<String> rules(Engine dev, String securityGroup) {
        List<String> names = new ArrayList<>();
        State.of(dev).inputs(":NetworkSecurityGroup", securityGroup).path("securityRules")
                .forEach(rule -> names.add(rule.path("name").asText()));
        return names;
    }
}
