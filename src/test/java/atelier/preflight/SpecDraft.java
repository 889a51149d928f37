package atelier.preflight;

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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A configuration that a test changes in one place; it starts as the worked example, which has no mistake. */
final class SpecDraft {
    static final String T4 = "Standard NCASv3_T4 Family";
    private static final SshKey KEY =
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com");

    String team = "vision";
    Optional<String> operators = Optional.of("2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50");
    Optional<String> scientists = Optional.of("3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61");
    Optional<String> readers = Optional.of("4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72");
    String addressSpace = "10.42.0.0/16";
    boolean isPrivate;
    boolean bastion;
    Network.Studio studio = Network.Studio.PRIVATE;
    final List<String> allowedSources = list("203.0.113.0/24");
    final List<String> peering = list();
    Optional<Tls> tls = Optional.empty();
    final TreeMap<String, Integer> computeFamilies = new TreeMap<>();
    int regionalCores = 64;
    boolean machineLearningStated = true;
    final TreeMap<String, Integer> machineLearningFamilies = new TreeMap<>();
    int lowPriorityCores;
    int monthlyBudget = 4000;
    Images images = new Images.Version("2026.11.1");
    final List<Machine> workstations = new ArrayList<>();
    final List<Nodes> clusters = new ArrayList<>();

    /** The worked example: ada on a T4, grace on eight cores by the clock, one A100 cluster. */
    static SpecDraft dev() {
        SpecDraft draft = new SpecDraft();
        draft.computeFamilies.put(T4, 32);
        draft.computeFamilies.put("standardDSv5Family", 32);
        draft.machineLearningFamilies.put("StandardNCADSA100v4Family", 96);
        draft.machineLearningFamilies.put("standardDSv5Family", 8);
        Machine ada = draft.workstation("ada", "Standard_NC4as_T4_v3");
        ada.owner = Optional.of("5d0f8e6a-371b-429c-b405-3e2b6f4c0d83");
        ada.diskGiB = 256;
        ada.sshSources = Optional.of(list("203.0.113.7/32"));
        draft.workstation("grace", "Standard_D8s_v5").scheduled = true;
        draft.cluster("train", "Standard_NC24ads_A100_v4", 4);
        return draft;
    }

    Machine workstation(String name, String size) {
        Machine machine = new Machine();
        machine.name = name;
        machine.size = size;
        workstations.add(machine);
        return machine;
    }

    Nodes cluster(String name, String size, int maxNodes) {
        Nodes nodes = new Nodes();
        nodes.name = name;
        nodes.size = size;
        nodes.maxNodes = maxNodes;
        clusters.add(nodes);
        return nodes;
    }

    Machine ada() {
        return workstations.get(0);
    }

    Machine grace() {
        return workstations.get(1);
    }

    Nodes train() {
        return clusters.get(0);
    }

    Spec spec() {
        return new Spec(
                new Region("westeurope"),
                new Team(new ResourceName(team), "CC-1042", List.of("ml-platform@example.com"), 1),
                access(),
                new Network(new Cidr(addressSpace), exposure(), bastion, studio),
                tls,
                new Files(1024, 30),
                new Quota(
                        new Quota.Compute(computeFamilies, regionalCores, 0),
                        machineLearningStated
                                ? Optional.of(new Quota.MachineLearning(machineLearningFamilies, lowPriorityCores))
                                : Optional.empty(),
                        monthlyBudget),
                images,
                workstations.stream().map(Machine::workstation).toList(),
                clusters.stream().map(Nodes::cluster).toList());
    }

    private Access access() {
        return new Access(
                new ObjectId("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
                new ObjectId("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                new Access.Groups(
                        new ObjectId("1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"),
                        operators.map(ObjectId::new),
                        scientists.map(ObjectId::new),
                        readers.map(ObjectId::new)));
    }

    private Exposure exposure() {
        return isPrivate
                ? new Exposure.Private(peering.stream().map(NetworkId::new).toList())
                : new Exposure.Public(cidrs(allowedSources));
    }

    static List<String> list(String... values) {
        return new ArrayList<>(List.of(values));
    }

    private static List<Cidr> cidrs(List<String> texts) {
        return texts.stream().map(Cidr::new).toList();
    }

    /** A workstation that a test changes. */
    static final class Machine {
        String name;
        String size;
        int diskGiB = 128;
        Optional<String> owner = Optional.empty();
        Optional<List<String>> sshSources = Optional.empty();
        boolean scheduled;
        String start = "08:00";
        String stop = "19:00";
        List<DayOfWeek> days = List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        String timeZone = "Europe/Amsterdam";

        private Workstation workstation() {
            return new Workstation(
                    new ResourceName(name),
                    owner.map(ObjectId::new),
                    new VmSize(size),
                    diskGiB,
                    sshSources.<SshAccess>map(sources -> new SshAccess.On(KEY, cidrs(sources))).orElse(new SshAccess.Off()),
                    new IdleStop.After(Duration.ofMinutes(60)),
                    scheduled ? weekly() : new Schedule.Never());
        }

        private Schedule weekly() {
            return new Schedule.Weekly(LocalTime.parse(start), LocalTime.parse(stop), new TreeSet<>(days), ZoneId.of(timeZone));
        }
    }

    /** A cluster that a test changes. */
    static final class Nodes {
        String name;
        String size;
        int minNodes;
        int maxNodes;
        Cluster.Priority priority = Cluster.Priority.DEDICATED;

        private Cluster cluster() {
            return new Cluster(new ResourceName(name), new VmSize(size), minNodes, maxNodes, priority);
        }
    }
}
