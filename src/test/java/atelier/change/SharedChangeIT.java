package atelier.change;

import static atelier.change.Dev.assertPlan;
import static atelier.change.Dev.at;
import static atelier.change.Dev.section;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.State;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of what the team shares. */
@ExtendWith(DevStack.class)
class SharedChangeIT {
    private static final String TRAIN = "/atelier:clusters/0";

    /** Groups of the simulated directory. */
    private static final String OPERATORS = "2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50";
    private static final String READERS = "4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72";

    /** A network of the simulated world. */
    private static final String HUB = "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/hub"
            + "/providers/Microsoft.Network/virtualNetworks/hub";

    /** Each key changes resources or properties of its own, so one run tells them apart; quota changes none. */
    @Test
    void eachKeyChangesItsOwnResources(Engine dev) {
        dev.configure(section("team", "contacts: [ml-platform@example.com, second@example.com]")
                .andThen(at("/atelier:access/groups", "{scientists: " + READERS + ", readers: " + OPERATORS + "}"))
                .andThen(section("access", "signInClientId: 5b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"))
                .andThen(section("network", "{studio: public, bastion: true, allowedSources: [203.0.113.0/24, 198.51.100.0/24]}"))
                .andThen(section("files", "{quotaGiB: 2048, softDeleteDays: 60}"))
                .andThen(section("quota", "monthlyBudget: 5000"))
                .andThen(at("/atelier:quota/compute", "regionalCores: 100"))
                .andThen(at(TRAIN, "maxNodes: 2"))
                .andThen(config -> clusters(config).add(Dev.read("{name: eval, size: Standard_D4s_v5, maxNodes: 1}"))));
        String plan = """
                create atelier:components:Bastion network-bastion
                create atelier:components:TrainingCluster cluster-eval
                create machinelearningservices:Compute cluster-eval
                create network:BastionHost network-bastion-host
                create network:PublicIPAddress network-bastion-ip
                replace authorization:RoleAssignment access-readers-compute principalId
                replace authorization:RoleAssignment access-readers-data principalId
                replace authorization:RoleAssignment access-scientists-applications principalId
                replace authorization:RoleAssignment access-scientists-compute principalId
                replace authorization:RoleAssignment access-scientists-workspace principalId
                update compute:VirtualMachine ada userData
                update compute:VirtualMachine grace userData
                update consumption:Budget guardrails-budget amount notifications.actual100.contactEmails \
                notifications.actual80.contactEmails notifications.forecast100.contactEmails
                update machinelearningservices:Compute cluster-train properties.properties.scaleSettings.maxNodeCount
                update machinelearningservices:Workspace workspace publicNetworkAccess
                update network:NetworkSecurityGroup ada-network-nsg securityRules
                update network:NetworkSecurityGroup grace-network-nsg securityRules
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                update storage:BlobServiceProperties files-blob-service containerDeleteRetentionPolicy.days \
                deleteRetentionPolicy.days
                update storage:FileServiceProperties files-file-service shareDeleteRetentionPolicy.days
                update storage:FileShare files-share shareQuota
                """;
        assertPlan(plan, dev.preview());
        assertPlan(plan, dev.up());
    }

    @Test
    void anotherSizeOrPriorityMakesAClusterAnewAndItsEndRemovesOnlyIt(Engine dev) {
        dev.configure(at(TRAIN, "{size: Standard_D4s_v5, maxNodes: 1}"));
        assertPlan("""
                replace machinelearningservices:Compute cluster-train properties.properties.scaleSettings.maxNodeCount \
                properties.properties.vmSize
                """, dev.preview());
        dev.configure(at(TRAIN, "{size: Standard_NC24ads_A100_v4, maxNodes: 4, priority: LowPriority}")
                .andThen(at("/atelier:quota/machineLearning", "lowPriorityCores: 96")));
        assertPlan("""
                replace machinelearningservices:Compute cluster-train properties.properties.vmPriority
                """, dev.up());
        dev.configure(config -> clusters(config).removeAll());
        assertPlan("""
                delete atelier:components:TrainingCluster cluster-train
                delete machinelearningservices:Compute cluster-train
                """, dev.preview());
    }

    @Test
    void workstationsBecomePrivateAndPublicAgain(Engine dev) {
        State before = State.of(dev);
        dev.configure(config -> ((ObjectNode) config.path("atelier:network")).remove("allowedSources"));
        dev.configure(section("network", "{exposure: private, bastion: true, peering: [" + HUB + "]}")
                .andThen(at("/atelier:workstations/0/ssh", "sources: [10.9.0.0/24]")));
        String plan = """
                create atelier:components:Bastion network-bastion
                create atelier:components:WorkstationZone zone
                create network:BastionHost network-bastion-host
                create network:PrivateRecordSet ada-network-record
                create network:PrivateRecordSet grace-network-record
                create network:PrivateZone zone
                create network:PublicIPAddress network-bastion-ip
                create network:VirtualNetworkLink zone-link
                create network:VirtualNetworkPeering network-peering-c86a4d
                delete network:PublicIPAddress ada-network-address
                delete network:PublicIPAddress grace-network-address
                update compute:VirtualMachine ada userData
                update compute:VirtualMachine grace userData
                update network:NetworkInterface ada-network-nic ipConfigurations
                update network:NetworkInterface grace-network-nic ipConfigurations
                update network:NetworkSecurityGroup ada-network-nsg securityRules
                update network:NetworkSecurityGroup grace-network-nsg securityRules
                update network:NetworkSecurityGroup network-workstations-nsg securityRules
                """;
        assertPlan(plan, dev.up());
        dev.configure(config -> ((ObjectNode) config.path("atelier:network")).remove("peering"));
        dev.configure(section("network", "{exposure: public, bastion: false, allowedSources: [203.0.113.0/24]}")
                .andThen(at("/atelier:workstations/0/ssh", "sources: [203.0.113.7/32]")));
        dev.up().succeeded();
        assertEquals(before, State.of(dev));
    }

    @Test
    void aDomainWithItsCertificateIsToldToTheMachinesThatMayFetchIt(Engine dev) {
        dev.configure(config -> config.putObject("atelier:tls").put("domain", "ml.example.com").put("certificate", "ml"));
        assertPlan("""
                create authorization:RoleAssignment ada-agent-certificate
                create authorization:RoleAssignment grace-agent-certificate
                update compute:VirtualMachine ada userData
                update compute:VirtualMachine grace userData
                """, dev.preview());
    }

    /** As if the stack had been deployed in an earlier month. */
    @Test
    void aBudgetKeepsTheMonthInWhichItWasMade(Engine dev) throws IOException {
        Path exported = dev.sandbox().resolve("earlier.json");
        Files.writeString(exported, earlier(dev.run("stack", "export").succeeded().out()));
        dev.run("stack", "import", "--file", exported.toString()).succeeded();
        Files.writeString(dev.cloud(), earlier(Files.readString(dev.cloud())));
        dev.configure(section("quota", "monthlyBudget: 5000"));
        assertPlan("""
                update consumption:Budget guardrails-budget amount
                """, dev.up());
        assertEquals("2025-01-01T00:00:00Z",
                State.of(dev).inputs(":Budget", "guardrails-budget").at("/timePeriod/startDate").asText());
    }

    private static ArrayNode clusters(ObjectNode config) {
        return (ArrayNode) config.path("atelier:clusters");
    }

    private static String earlier(String text) {
        return text.replaceAll("(\"startDate\" ?: ?)\"[^\"]*\"", "$1\"2025-01-01T00:00:00Z\"");
    }
}
