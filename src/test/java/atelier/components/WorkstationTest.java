package atelier.components;

import static atelier.components.Machines.ADA;
import static atelier.components.Machines.COMPUTE;
import static atelier.components.Machines.DATA;
import static atelier.components.Machines.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.boot.AdminKey;
import atelier.boot.CustomData;
import atelier.model.ResourceName;
import atelier.model.Tls;
import atelier.naming.ReservedWords;
import atelier.testing.Deployed;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the machine's options say (order, replacement) is invisible to mocks and judged on the real engine. */
class WorkstationTest {
    private static final Deployed PUBLIC = Machines.of(ADA, GRACE).deployed();
    private static final Deployed PRIVATE = Machines.of(ADA, GRACE).withoutPublicAddresses().deployed();
    private static final Tls TLS = new Tls("ml.example.com", "wildcard");

    @Test
    void aPublicWorkstationConsistsOfTheseResources() {
        assertEquals(
                List.of(
                        "ApplicationSecurityGroup network-ada-asg",
                        "Disk ada-disk",
                        "NetworkInterface ada-network-nic",
                        "NetworkSecurityGroup ada-network-nsg",
                        "PublicIPAddress ada-network-address",
                        "RoleAssignment ada-agent-applications",
                        "RoleAssignment ada-agent-files",
                        "RoleAssignment ada-agent-stop",
                        "UserAssignedIdentity ada-agent",
                        "VirtualMachine ada"),
                resourcesOf("ada", PUBLIC));
    }

    @Test
    void aScheduleAddsALogicAppWithAnIdentityAndOneRight() {
        Set<String> more = new TreeSet<>(resourcesOf("grace", PUBLIC));
        resourcesOf("ada", PUBLIC).forEach(resource -> more.remove(resource.replace("ada", "grace")));
        assertEquals(
                Set.of(
                        "RoleAssignment grace-schedule-machine",
                        "UserAssignedIdentity grace-schedule-identity",
                        "Workflow grace-schedule"),
                more);
    }

    @Test
    void aPrivateWorkstationHasARecordInsteadOfAnAddress() {
        Set<String> before = new TreeSet<>(resourcesOf("ada", PUBLIC));
        Set<String> after = new TreeSet<>(resourcesOf("ada", PRIVATE));
        before.remove("PublicIPAddress ada-network-address");
        before.add("PrivateRecordSet ada-network-record");
        assertEquals(before, after);
        assertEquals(
                List.of("network-nat-ip"), PRIVATE.recorded().ofType("PublicIPAddress").names());
    }

    @Test
    void everyInputOfAPublicWorkstationIsAsWritten() {
        Golden.assertInputs("public-ada.json", own("ada", PUBLIC));
    }

    @Test
    void everyInputOfASharedWorkstationWithAScheduleIsAsWritten() {
        Golden.assertInputs("public-grace.json", own("grace", PUBLIC));
    }

    @Test
    void everyInputOfAPrivateWorkstationWithACertificateIsAsWritten() {
        Deployed deployed = Machines.of(GRACE).withoutPublicAddresses().withTls(TLS).deployed();
        Golden.assertInputs("private-grace.json", own("grace", deployed));
    }

    @Test
    void allMachinesAreCreatedAlikeExceptForWhatTellsThemApart() {
        List<Registration> machines = PUBLIC.recorded().ofType("VirtualMachine").all();
        assertEquals(2, machines.size());
        for (Registration machine : machines) {
            assertEquals(CustomData.base64(), machine.text("osProfile.customData"));
            assertEquals(AdminKey.line(), machine.text("osProfile.linuxConfiguration.ssh.publicKeys[0].keyData"));
            assertEquals(1, machine.input("osProfile.linuxConfiguration.ssh.publicKeys").size());
        }
    }

    @Test
    void noMachineHasAPasswordOrAnIdentityOfItsOwn() {
        for (Registration machine : PUBLIC.recorded().ofType("VirtualMachine").all()) {
            assertTrue(machine.input("osProfile.adminPassword").isMissingNode());
            assertEquals("true", machine.text("osProfile.linuxConfiguration.disablePasswordAuthentication"));
            assertEquals("UserAssigned", machine.text("identity.type"));
        }
    }

    @Test
    void theWorkspacesIdentityIsOnNoMachine() {
        String workspace = PUBLIC.recorded().ofType("UserAssignedIdentity").named("identities-workspace").id();
        for (Registration machine : PUBLIC.recorded().ofType("VirtualMachine").all()) {
            List<String> attached = texts(machine, "identity.userAssignedIdentities");
            assertEquals(3, attached.size());
            assertFalse(attached.contains(workspace));
        }
    }

    @Test
    void noInputIsASecret() {
        String secrets = "(?i)(?s).*(accountkey|sharedaccesskey|PRIVATE KEY|password\"\\s*:|[?&]sig=|connectionstring).*";
        assertTrue("{\"password\": 1}".matches(secrets), "the pattern finds what it looks for");
        for (Deployed deployed : List.of(PUBLIC, PRIVATE)) {
            deployed.recorded().ofType("VirtualMachine").all().forEach(machine -> {
                assertFalse(machine.inputs().toString().matches(secrets), machine::toString);
                assertFalse(Golden.decoded(machine.text("userData")).matches(secrets), machine::toString);
            });
        }
    }

    @Test
    void withSshOffNoRuleOfItsInterfaceAllowsPort22() {
        assertEquals(List.of(), rulesThatAllow22("grace"));
        assertEquals(List.of("allow-ssh-ada"), rulesThatAllow22("ada"));
    }

    @Test
    void theAgentMayDoFourThingsEachInOnePlace() {
        Deployed deployed = Machines.of(ADA).withTls(TLS).deployed();
        Recorded recorded = deployed.recorded();
        assertEquals(
                Set.of(
                        "ada-agent-applications " + DATA
                                + "/providers/Microsoft.MachineLearningServices/workspaces/atelier-vision-g1",
                        "ada-agent-certificate " + recorded.only("keyvault:Vault").id() + "/secrets/wildcard",
                        "ada-agent-files " + recorded.only("storage:StorageAccount").id(),
                        "ada-agent-stop " + COMPUTE + "/providers/Microsoft.Compute/virtualMachines/vision-ada"),
                recorded.ofType("RoleAssignment").where(it -> it.name().startsWith("ada-")).all().stream()
                        .map(it -> it.name() + " " + it.text("scope"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyRightOfAMachineIsForAnIdentityThatIsSaidToBeOne() {
        Recorded rights = PUBLIC.recorded().ofType("RoleAssignment").where(it -> it.name().matches("(ada|grace)-.*"));
        assertEquals(7, rights.size());
        rights.all().forEach(right -> assertEquals("ServicePrincipal", right.text("principalType")));
    }

    @Test
    void theHostIsInTheDocument() {
        assertEquals("ada.ml.example.com", host(Machines.of(ADA).withTls(TLS)));
        assertTrue(host(Machines.of(ADA)).matches("vision-ada-[0-9a-f]{6}\\.westeurope\\.cloudapp\\.azure\\.com"));
        assertTrue(host(Machines.of(ADA).withoutPublicAddresses()).matches("ada\\.vision-[0-9a-f]{6}\\.atelier\\.internal"));
    }

    @Test
    void aDiskOfFourTebibytesOrMoreIsNotCached() {
        assertEquals("ReadOnly", caching(4095));
        assertEquals("None", caching(4096));
    }

    @Test
    void secureBootFollowsTheDriver() {
        assertEquals("true", secureBoot("Standard_D8s_v5"));
        assertEquals("false", secureBoot("Standard_NV6ads_A10_v5"));
    }

    @Test
    void namesConsistOfTheWorkstationsAndOfReservedWords() {
        for (Registration registration : PRIVATE.recorded().all()) {
            Set<String> words = new TreeSet<>(Arrays.asList(registration.name().split("-")));
            words.removeAll(ReservedWords.WORDS);
            words.removeAll(Set.of("ada", "grace"));
            assertEquals(Set.of(), words, registration::toString);
        }
    }

    private static List<String> resourcesOf(String name, Deployed deployed) {
        return of(name, deployed).all().stream()
                .map(registration -> registration.shortType() + " " + registration.name())
                .sorted()
                .toList();
    }

    private static Recorded of(String name, Deployed deployed) {
        ResourceName workstation = new ResourceName(name);
        return deployed.recorded()
                .resources()
                .where(it -> ReservedWords.occurs(workstation, new ResourceName(it.name())));
    }

    /** Without the rules and the group, which are the network's and tested there. */
    private static Recorded own(String name, Deployed deployed) {
        return of(name, deployed)
                .where(it -> it.name().startsWith(name))
                .where(it -> !it.type().endsWith("NetworkSecurityGroup"));
    }

    private static List<String> texts(Registration registration, String path) {
        List<String> texts = new ArrayList<>();
        registration.input(path).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static List<String> rulesThatAllow22(String name) {
        List<String> rules = new ArrayList<>();
        PUBLIC.recorded()
                .ofType("NetworkSecurityGroup")
                .named(name + "-network-nsg")
                .input("securityRules")
                .forEach(rule -> {
                    String ports = rule.path("destinationPortRange").asText() + rule.path("destinationPortRanges");
                    if (rule.get("access").asText().equals("Allow") && ports.matches(".*(22|\\*).*")) {
                        rules.add(rule.get("name").asText());
                    }
                });
        return rules;
    }

    private static String host(Machines machines) {
        return Golden.userData(machines.deployed().recorded().only("VirtualMachine")).get("host").asText();
    }

    private static String caching(int diskGiB) {
        return Machines.of(Machines.withDisk(GRACE, diskGiB))
                .deployed()
                .recorded()
                .only("VirtualMachine")
                .text("storageProfile.dataDisks[0].caching");
    }

    private static String secureBoot(String size) {
        return Machines.of(Machines.withSize(GRACE, size))
                .deployed()
                .recorded()
                .only("VirtualMachine")
                .text("securityProfile.uefiSettings.secureBootEnabled");
    }
}
