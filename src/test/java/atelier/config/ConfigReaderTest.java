package atelier.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.model.Access;
import atelier.model.Cidr;
import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.Files;
import atelier.model.IdleStop;
import atelier.model.Images;
import atelier.model.Network;
import atelier.model.NetworkId;
import atelier.model.ObjectId;
import atelier.model.Problem;
import atelier.model.Quota;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Schedule;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.SshKey;
import atelier.model.Team;
import atelier.model.Tls;
import atelier.model.VmSize;
import atelier.model.Workstation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What valid configurations become. */
class ConfigReaderTest {
    private static final String HUB = "/subscriptions/6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11/resourceGroups/hub"
            + "/providers/Microsoft.Network/virtualNetworks/hub";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com";

    @Test
    void workedExampleBecomesThisSpec() {
        assertEquals(dev(), Configuration.dev().read());
    }

    @Test
    void engineHandsTheExampleOverAsJson() throws JsonProcessingException {
        String handedOver = new ObjectMapper().writeValueAsString(Configuration.dev().handedOver());
        assertEquals(dev(), ConfigReader.fromEnvironmentJson(handedOver));
        assertEquals(dev(), ConfigReader.fromEnvironmentJson(handedOver, "[\"atelier:access\"]"));
    }

    @Test
    void otherNamespacesAreNotLookedAt() {
        Configuration dev = Configuration.dev()
                .text("azure-native:subscriptionId", "x")
                .text("azure:location", "West Europe")
                .text("atelier2:team", "x");
        assertEquals(dev(), dev.read());
    }

    @Test
    void whatIsLeftOutGetsTheSafeDefault() {
        Spec spec = minimal().read();
        assertEquals(1, spec.team().generation());
        assertEquals(
                new Access.Groups(
                        id("1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"), Optional.empty(), Optional.empty(), Optional.empty()),
                spec.access().groups());
        assertFalse(spec.network().bastion());
        assertEquals(Network.Studio.PRIVATE, spec.network().studio());
        assertEquals(Optional.empty(), spec.tls());
        assertEquals(0, spec.quota().compute().spotCores());
        assertEquals(Optional.empty(), spec.quota().machineLearning());
        assertEquals(List.of(), spec.clusters());
        assertEquals(
                List.of(new Workstation(
                        new ResourceName("solo"),
                        Optional.empty(),
                        new VmSize("Standard_D2s_v5"),
                        128,
                        new SshAccess.Off(),
                        new IdleStop.After(Duration.ofMinutes(60)),
                        new Schedule.Never())),
                spec.workstations());
    }

    @Test
    void defaultsOfAClusterKeepNoNodeAndTakeDedicatedOnes() {
        Spec spec = minimal()
                .json("atelier:clusters", "[{\"name\":\"train\",\"size\":\"Standard_D8s_v5\",\"maxNodes\":2}]")
                .json("atelier:quota.machineLearning", "{\"families\":{}}")
                .read();
        assertEquals(
                List.of(new Cluster(new ResourceName("train"), new VmSize("Standard_D8s_v5"), 0, 2, Cluster.Priority.DEDICATED)),
                spec.clusters());
        assertEquals(Optional.of(new Quota.MachineLearning(new TreeMap<>(), 0)), spec.quota().machineLearning());
    }

    @Test
    void everythingCanBeWrittenOut() {
        Spec spec = minimal()
                .json("atelier:network",
                        "{\"addressSpace\":\"10.42.0.0/16\",\"exposure\":\"private\",\"peering\":[\"" + HUB
                                + "\"],\"bastion\":true,\"studio\":\"public\"}")
                .json("atelier:tls", "{\"domain\":\"ml.example.com\",\"certificate\":\"workstations\"}")
                .json("atelier:quota.machineLearning", "{\"families\":{\"standardDSv5Family\":8},\"lowPriorityCores\":16}")
                .json("atelier:quota.compute.spotCores", "4")
                .json("atelier:team.generation", "2")
                .json("atelier:clusters",
                        "[{\"name\":\"cheap\",\"size\":\"Standard_D8s_v5\",\"minNodes\":1,\"maxNodes\":1,"
                                + "\"priority\":\"LowPriority\"}]")
                .text("atelier:workstations[0].idleAfter", "never")
                .text("atelier:workstations[0].schedule", "never")
                .json("atelier:workstations[0].diskGiB", "32767")
                .read();
        assertEquals(
                new Network(
                        new Cidr("10.42.0.0/16"), new Exposure.Private(List.of(new NetworkId(HUB))), true, Network.Studio.PUBLIC),
                spec.network());
        assertEquals(Optional.of(new Tls("ml.example.com", "workstations")), spec.tls());
        assertEquals(
                Optional.of(new Quota.MachineLearning(new TreeMap<>(Map.of("standardDSv5Family", 8)), 16)),
                spec.quota().machineLearning());
        assertEquals(4, spec.quota().compute().spotCores());
        assertEquals(2, spec.team().generation());
        assertEquals(
                List.of(new Cluster(
                        new ResourceName("cheap"), new VmSize("Standard_D8s_v5"), 1, 1, Cluster.Priority.LOW_PRIORITY)),
                spec.clusters());
        Workstation solo = spec.workstations().get(0);
        assertEquals(new IdleStop.Never(), solo.idleAfter());
        assertEquals(new Schedule.Never(), solo.schedule());
        assertEquals(32767, solo.diskGiB());
    }

    @Test
    void privateNeedsNoPeeringToBeRead() {
        Spec spec = minimal().json("atelier:network", "{\"addressSpace\":\"10.0.0.0/16\",\"exposure\":\"private\"}").read();
        assertEquals(new Exposure.Private(List.of()), spec.network().exposure());
    }

    @Test
    void noneMeansFoundationOnly() {
        Spec spec = minimal().text("atelier:images.version", "none").json("atelier:workstations", "[]").read();
        assertEquals(new Images.None(), spec.images());
        assertEquals(List.of(), spec.workstations());
    }

    @Test
    void idleTimesFromAQuarterOfAnHourToADayAreAccepted() {
        Map<String, Duration> accepted = Map.of(
                "15m", Duration.ofMinutes(15),
                "1h", Duration.ofHours(1),
                "24h", Duration.ofHours(24),
                "1440m", Duration.ofHours(24));
        accepted.forEach((text, duration) -> assertEquals(
                new IdleStop.After(duration),
                minimal().text("atelier:workstations[0].idleAfter", text).read().workstations().get(0).idleAfter()));
    }

    @Test
    void utcIsATimeZoneByBothOfItsNames() {
        for (String zone : List.of("UTC", "Etc/UTC")) {
            Spec spec = Configuration.dev().text("atelier:workstations[1].schedule.timeZone", zone).read();
            assertEquals(ZoneId.of(zone), ((Schedule.Weekly) spec.workstations().get(1).schedule()).timeZone());
        }
    }

    @Test
    void workstationsKeepTheOrderOfTheConfiguration() {
        Spec spec = minimal()
                .json("atelier:workstations[1]", "{\"name\":\"zoe\",\"size\":\"Standard_D2s_v5\"}")
                .json("atelier:workstations[2]", "{\"name\":\"ada\",\"size\":\"Standard_D2s_v5\"}")
                .read();
        assertEquals(List.of("solo", "zoe", "ada"), spec.workstations().stream().map(w -> w.name().value()).toList());
    }

    @Test
    void rangesThatAreWrittenDifferentlyButAreTheSameAreDuplicates() {
        Configuration dev = Configuration.dev()
                .json("atelier:network.allowedSources", "[\"2001:db8::/32\",\"2001:0db8:0:0::/32\"]");
        InvalidConfig invalid = assertThrows(InvalidConfig.class, dev::read);
        assertEquals(List.of("atelier:network.allowedSources[1]"), invalid.problems().stream().map(p -> p.path()).toList());
    }

    @Test
    void freshNameAvoidsTheNamesThatFollow() {
        Configuration dev = Configuration.dev()
                .text("atelier:workstations[1].name", "ada")
                .json("atelier:workstations[2]", "{\"name\":\"ada-2\",\"size\":\"Standard_D2s_v5\"}");
        InvalidConfig invalid = assertThrows(InvalidConfig.class, dev::read);
        assertEquals(
                List.of("pulumi config set --path 'atelier:workstations[1].name' ada-3"),
                invalid.problems().stream().map(p -> p.command()).toList());
    }

    @Test
    void secretSectionsAreNotQuotedInHintsAndMends() {
        Configuration dev = Configuration.dev()
                .text("atelier:workstations[1].name", "ada")
                .text("atelier:workstations[1].schedule.stop", "07:00")
                .json("atelier:clusters[0].minNodes", "5")
                .json("atelier:workstations[0].idleAfter", "90");
        InvalidConfig invalid = assertThrows(
                InvalidConfig.class,
                () -> ConfigReader.read(dev.handedOver(), Set.of("atelier:workstations", "atelier:clusters")));
        String secret = "(a secret, not shown)";
        assertEquals(
                List.of(
                        new Problem(
                                "atelier:workstations[0].idleAfter",
                                secret,
                                "<n>m or <n>h from 15m to 24h, or never, written as a text (in quotes)",
                                "pulumi config set --path 'atelier:workstations[0].idleAfter' 60m"),
                        new Problem(
                                "atelier:workstations[1].schedule.stop",
                                secret,
                                "a time after the start on the same day",
                                "pulumi config set --path 'atelier:workstations[1].schedule.stop' 19:00"),
                        new Problem(
                                "atelier:workstations[1].name",
                                secret,
                                "a name that no other entry has",
                                "pulumi config set --path 'atelier:workstations[1].name' workstation-1-2"),
                        new Problem(
                                "atelier:clusters[0].minNodes",
                                secret,
                                "0 to maxNodes",
                                "pulumi config set --path 'atelier:clusters[0].minNodes' 0")),
                invalid.problems());
    }

    @Test
    void engineWithoutSecretsMayHandOverNull() throws JsonProcessingException {
        String handedOver = new ObjectMapper().writeValueAsString(Configuration.dev().handedOver());
        assertEquals(dev(), ConfigReader.fromEnvironmentJson(handedOver, "null"));
    }

    @Test
    void environmentThatIsNotTheEnginesIsRefusedWithoutQuotingIt() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ConfigReader.fromEnvironmentJson("{\"atelier:key\": \"hush"));
        assertEquals("PULUMI_CONFIG or PULUMI_CONFIG_SECRET_KEYS is not what the engine promises", refused.getMessage());
        assertNull(refused.getCause());
    }

    private static Configuration minimal() {
        return Configuration.dev()
                .remove("atelier:team.generation")
                .remove("atelier:access.groups.operators")
                .remove("atelier:access.groups.scientists")
                .remove("atelier:access.groups.readers")
                .remove("atelier:network.bastion")
                .remove("atelier:quota.compute.spotCores")
                .remove("atelier:quota.machineLearning")
                .remove("atelier:clusters")
                .json("atelier:workstations", "[{\"name\":\"solo\",\"size\":\"Standard_D2s_v5\"}]");
    }

    private static Spec dev() {
        return new Spec(
                new Region("westeurope"),
                new Team(new ResourceName("vision"), "CC-1042", List.of("ml-platform@example.com"), 1),
                new Access(
                        id("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
                        id("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                        new Access.Groups(
                                id("1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"),
                                Optional.of(id("2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50")),
                                Optional.of(id("3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61")),
                                Optional.of(id("4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72")))),
                new Network(
                        new Cidr("10.42.0.0/16"),
                        new Exposure.Public(List.of(new Cidr("203.0.113.0/24"))),
                        false,
                        Network.Studio.PRIVATE),
                Optional.empty(),
                new Files(1024, 30),
                new Quota(
                        new Quota.Compute(
                                new TreeMap<>(Map.of("Standard NCASv3_T4 Family", 32, "standardDSv5Family", 32)), 64, 0),
                        Optional.of(new Quota.MachineLearning(
                                new TreeMap<>(Map.of("StandardNCADSA100v4Family", 96, "standardDSv5Family", 8)), 0)),
                        4000),
                new Images.Version("2026.11.1"),
                List.of(
                        new Workstation(
                                new ResourceName("ada"),
                                Optional.of(id("5d0f8e6a-371b-429c-b405-3e2b6f4c0d83")),
                                new VmSize("Standard_NC4as_T4_v3"),
                                256,
                                new SshAccess.On(new SshKey(KEY), List.of(new Cidr("203.0.113.7/32"))),
                                new IdleStop.After(Duration.ofHours(1)),
                                new Schedule.Never()),
                        new Workstation(
                                new ResourceName("grace"),
                                Optional.empty(),
                                new VmSize("Standard_D8s_v5"),
                                128,
                                new SshAccess.Off(),
                                new IdleStop.After(Duration.ofHours(1)),
                                new Schedule.Weekly(
                                        LocalTime.of(8, 0),
                                        LocalTime.of(19, 0),
                                        new TreeSet<>(List.of(
                                                DayOfWeek.MONDAY,
                                                DayOfWeek.TUESDAY,
                                                DayOfWeek.WEDNESDAY,
                                                DayOfWeek.THURSDAY,
                                                DayOfWeek.FRIDAY)),
                                        ZoneId.of("Europe/Amsterdam")))),
                List.of(new Cluster(
                        new ResourceName("train"), new VmSize("Standard_NC24ads_A100_v4"), 0, 4, Cluster.Priority.DEDICATED)));
    }

    private static ObjectId id(String guid) {
        return new ObjectId(guid);
    }
}
