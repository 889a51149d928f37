package atelier.components;

import static atelier.components.Machines.ADA;
import static atelier.components.Machines.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.Cidr;
import atelier.model.IdleStop;
import atelier.model.ObjectId;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import atelier.model.SshKey;
import atelier.testing.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which inputs a change of the configuration changes; what the engine and Azure make of it is judged on the real engine. */
class WorkstationChangeTest {
    private static final Recorded BEFORE = Machines.of(ADA, GRACE).deployed().recorded();

    @Test
    void nothingChangesByItself() {
        assertEquals(Set.of(), changes(Machines.of(ADA, GRACE)));
    }

    @Test
    void anotherOwnerChangesTheDocumentAndTheTags() {
        ObjectId other = new ObjectId("6e1f9d7b-482c-43ad-8516-4f3c705d1e94");
        assertEquals(
                Set.of(
                        "VirtualMachine ada: tags.owner",
                        "VirtualMachine ada: userData",
                        "Disk ada-disk: tags.owner",
                        "NetworkInterface ada-network-nic: tags.owner",
                        "NetworkSecurityGroup ada-network-nsg: tags.owner",
                        "PublicIPAddress ada-network-address: tags.owner",
                        "ApplicationSecurityGroup network-ada-asg: tags.owner"),
                changes(Machines.of(Machines.withOwner(ADA, Optional.of(other)), GRACE)));
    }

    @Test
    void anotherKeyChangesTheDocument() {
        SshKey key = new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPa76R/gGwaMj5ClxUxdiuJ0QG1ZhX94IP5XUO52Kp new");
        SshAccess ssh = new SshAccess.On(key, List.of(new Cidr("203.0.113.7/32")));
        assertEquals(Set.of("VirtualMachine ada: userData"), changes(Machines.of(Machines.withSsh(ADA, ssh), GRACE)));
    }

    @Test
    void sshOffClosesBothGroupsAndChangesTheDocument() {
        assertEquals(
                Set.of(
                        "VirtualMachine ada: userData",
                        "NetworkSecurityGroup ada-network-nsg: securityRules",
                        "NetworkSecurityGroup network-workstations-nsg: securityRules"),
                changes(Machines.of(Machines.withSsh(ADA, new SshAccess.Off()), GRACE)));
    }

    @Test
    void anotherIdleTimeChangesTheDocument() {
        IdleStop idle = new IdleStop.After(Duration.ofHours(2));
        assertEquals(Set.of("VirtualMachine ada: userData"), changes(Machines.of(Machines.withIdle(ADA, idle), GRACE)));
    }

    @Test
    void anotherHourChangesTheLogicAppAndTheDocument() {
        assertEquals(
                Set.of(
                        "VirtualMachine grace: userData",
                        "Workflow grace-schedule: definition.triggers.stop.recurrence.schedule.hours"),
                changes(Machines.of(ADA, Machines.withSchedule(GRACE, Machines.week("20:00")))));
    }

    @Test
    void noScheduleAnyMoreTakesTheLogicAppAway() {
        assertEquals(
                Set.of(
                        "VirtualMachine grace: userData",
                        "- Workflow grace-schedule",
                        "- UserAssignedIdentity grace-schedule-identity",
                        "- RoleAssignment grace-schedule-machine"),
                changes(Machines.of(ADA, Machines.withSchedule(GRACE, new Schedule.Never()))));
    }

    @Test
    void anotherSizeOfTheLineChangesTheSizeAndWhatIsAllowed() {
        assertEquals(
                Set.of(
                        "VirtualMachine ada: hardwareProfile.vmSize",
                        "PolicyAssignment guardrails-allowed-sizes: parameters.listOfAllowedSKUs.value"),
                changes(Machines.of(Machines.withSize(ADA, "Standard_NC8as_T4_v3"), GRACE)));
    }

    @Test
    void aSizeOfAnotherLineChangesScaleSetAndImageToo() {
        assertEquals(
                Set.of(
                        "VirtualMachine ada: hardwareProfile.vmSize",
                        "VirtualMachine ada: securityProfile.uefiSettings.secureBootEnabled",
                        "VirtualMachine ada: storageProfile.imageReference.id",
                        "VirtualMachine ada: virtualMachineScaleSet.id",
                        "PolicyAssignment guardrails-allowed-sizes: parameters.listOfAllowedSKUs.value",
                        "+ VirtualMachineScaleSet scale-set-grid",
                        "- VirtualMachineScaleSet scale-set-cuda"),
                changes(Machines.of(Machines.withSize(ADA, "Standard_NV6ads_A10_v5"), GRACE)));
    }

    @Test
    void anotherImageChangesMachinesOnly() {
        Set<String> both = Set.of("ada", "grace").stream()
                .flatMap(name -> Set.of("storageProfile.imageReference.id", "tags.image", "userData").stream()
                        .map(path -> "VirtualMachine " + name + ": " + path))
                .collect(Collectors.toSet());
        assertEquals(both, changes(Machines.of(ADA, GRACE).withImage("2026.12.1")));
    }

    @Test
    void aLargerDiskChangesTheDisk() {
        assertEquals(Set.of("Disk ada-disk: diskSizeGB"), changes(Machines.of(Machines.withDisk(ADA, 512), GRACE)));
    }

    @Test
    void anotherWorkstationTouchesNobodyElse() {
        Set<String> removed = Changes.between(BEFORE, Machines.of(GRACE).deployed().recorded());
        assertEquals(
                Set.of(
                        "- ApplicationSecurityGroup network-ada-asg",
                        "- Disk ada-disk",
                        "- NetworkInterface ada-network-nic",
                        "- NetworkSecurityGroup ada-network-nsg",
                        "- PublicIPAddress ada-network-address",
                        "- RoleAssignment ada-agent-applications",
                        "- RoleAssignment ada-agent-files",
                        "- RoleAssignment ada-agent-stop",
                        "- UserAssignedIdentity ada-agent",
                        "- VirtualMachine ada",
                        "- VirtualMachineScaleSet scale-set-cuda",
                        "NetworkSecurityGroup network-workstations-nsg: securityRules",
                        "PolicyAssignment guardrails-allowed-sizes: parameters.listOfAllowedSKUs.value"),
                removed);
    }

    private static Set<String> changes(Machines after) {
        return Changes.between(BEFORE, after.deployed().recorded());
    }
}
