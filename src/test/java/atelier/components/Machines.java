package atelier.components;

import atelier.catalog.Catalog;
import atelier.model.Access;
import atelier.model.Cidr;
import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.Files;
import atelier.model.IdleStop;
import atelier.model.ImageLine;
import atelier.model.Images;
import atelier.model.Network.Studio;
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
import atelier.naming.HostNames;
import atelier.naming.Names;
import atelier.testing.Deployed;
import atelier.testing.Mocked;
import atelier.testing.RecordingMocks;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack of machines and what is under them, deployed under mocks in the program's order. */
record Machines(Spec spec, Clock clock) {
    static final ObjectId OWNER = new ObjectId("5d0f8e6a-371b-429c-b405-3e2b6f4c0d83");
    static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com";
    static final String COMPUTE =
            "/subscriptions/" + RecordingMocks.SUBSCRIPTION_ID + "/resourceGroups/atelier-vision-compute";
    static final String DATA = "/subscriptions/" + RecordingMocks.SUBSCRIPTION_ID + "/resourceGroups/atelier-vision-data";
    static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-24T19:00:00Z"), ZoneOffset.UTC);

    /** A T4, personal, with SSH. */
    static final atelier.model.Workstation ADA = new atelier.model.Workstation(
            new ResourceName("ada"),
            Optional.of(OWNER),
            new VmSize("Standard_NC4as_T4_v3"),
            256,
            new SshAccess.On(new SshKey(KEY), List.of(new Cidr("203.0.113.7/32"))),
            new IdleStop.After(Duration.ofMinutes(60)),
            new Schedule.Never());

    /** A CPU machine, shared, without SSH, on working days. */
    static final atelier.model.Workstation GRACE = new atelier.model.Workstation(
            new ResourceName("grace"),
            Optional.empty(),
            new VmSize("Standard_D8s_v5"),
            128,
            new SshAccess.Off(),
            new IdleStop.Never(),
            week("19:00"));

    private static final Exposure OPEN = new Exposure.Public(List.of(new Cidr("203.0.113.0/24")));

    static Schedule.Weekly week(String stop) {
        var days = new TreeSet<>(List.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY));
        return new Schedule.Weekly(
                LocalTime.of(8, 0), LocalTime.parse(stop), days, ZoneId.of("Europe/Amsterdam"));
    }

    static Machines of(atelier.model.Workstation... workstations) {
        return new Machines(spec(OPEN, Optional.empty(), "2026.11.1", List.of(workstations), List.of()), NOVEMBER);
    }

    Machines withoutPublicAddresses() {
        return with(new Exposure.Private(List.of()), spec.tls(), version());
    }

    Machines withTls(Tls tls) {
        return with(spec.network().exposure(), Optional.of(tls), version());
    }

    Machines withImage(String version) {
        return with(spec.network().exposure(), spec.tls(), version);
    }

    Machines withClusters(Cluster... clusters) {
        return new Machines(
                spec(spec.network().exposure(), spec.tls(), version(), spec.workstations(), List.of(clusters)), clock);
    }

    Machines at(Clock another) {
        return new Machines(spec, another);
    }

    Deployed deployed() {
        return Mocked.run(context -> build());
    }

    static atelier.model.Workstation withOwner(atelier.model.Workstation it, Optional<ObjectId> owner) {
        return new atelier.model.Workstation(
                it.name(), owner, it.size(), it.diskGiB(), it.ssh(), it.idleAfter(), it.schedule());
    }

    static atelier.model.Workstation withSize(atelier.model.Workstation it, String size) {
        return new atelier.model.Workstation(
                it.name(), it.owner(), new VmSize(size), it.diskGiB(), it.ssh(), it.idleAfter(), it.schedule());
    }

    static atelier.model.Workstation withDisk(atelier.model.Workstation it, int diskGiB) {
        return new atelier.model.Workstation(
                it.name(), it.owner(), it.size(), diskGiB, it.ssh(), it.idleAfter(), it.schedule());
    }

    static atelier.model.Workstation withSsh(atelier.model.Workstation it, SshAccess ssh) {
        return new atelier.model.Workstation(
                it.name(), it.owner(), it.size(), it.diskGiB(), ssh, it.idleAfter(), it.schedule());
    }

    static atelier.model.Workstation withIdle(atelier.model.Workstation it, IdleStop idle) {
        return new atelier.model.Workstation(
                it.name(), it.owner(), it.size(), it.diskGiB(), it.ssh(), idle, it.schedule());
    }

    static atelier.model.Workstation withSchedule(atelier.model.Workstation it, Schedule schedule) {
        return new atelier.model.Workstation(
                it.name(), it.owner(), it.size(), it.diskGiB(), it.ssh(), it.idleAfter(), schedule);
    }

    private Machines with(Exposure exposure, Optional<Tls> tls, String version) {
        return new Machines(spec(exposure, tls, version, spec.workstations(), spec.clusters()), clock);
    }

    private String version() {
        return ((Images.Version) spec.images()).value();
    }

    private static Spec spec(
            Exposure exposure,
            Optional<Tls> tls,
            String version,
            List<atelier.model.Workstation> workstations,
            List<Cluster> clusters) {
        return new Spec(
                new Region("westeurope"),
                new Team(new ResourceName("vision"), "CC-1042", List.of("ml-platform@example.com"), 1),
                new Access(
                        new ObjectId(RecordingMocks.TENANT_ID),
                        new ObjectId("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                        new Access.Groups(
                                new ObjectId("1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                new atelier.model.Network(new Cidr("10.42.0.0/16"), exposure, false, Studio.PRIVATE),
                tls,
                new Files(1024, 30),
                new Quota(new Quota.Compute(new TreeMap<>(), 64, 0), Optional.empty(), 4000),
                new Images.Version(version),
                workstations,
                clusters);
    }

    private void build() {
        ComponentResourceOptions options = ComponentResourceOptions.Empty;
        Catalog catalog = Catalog.load();
        ObjectId tenant = spec.access().tenantId();
        Names names = Names.of(spec.team(), tenant, spec.region());
        HostNames hosts = HostNames.of(spec, names);
        Site site = new Site(names, spec.team(), spec.region(), tenant, Output.of(RecordingMocks.SUBSCRIPTION_ID));

        var groups = new ResourceGroups("groups", new ResourceGroups.Args(site), options);
        var monitoring = new Monitoring("monitoring", new Monitoring.Args(site, groups), options);
        var vault = new Vault("vault", new Vault.Args(site, groups), options);
        var registry = new ContainerRegistry("registry", new ContainerRegistry.Args(site, groups), options);
        var files = new UserFiles("files", new UserFiles.Args(site, groups, spec.files()), options);
        var identities = new Identities("identities", new Identities.Args(site, groups), options);
        var roles = new Roles("roles", new Roles.Args(site, groups), options);
        var workspace = new Workspace(
                "workspace",
                new Workspace.Args(
                        site,
                        groups,
                        monitoring,
                        vault,
                        registry,
                        files,
                        identities.workspace(),
                        roles,
                        spec.network().studio()),
                options);
        var network = new Network(
                "network", new Network.Args(site, groups, spec.network(), spec.workstations()), options);
        var gallery = new ImageGallery("gallery", new ImageGallery.Args(site, groups), options);

        var guardrails = new Guardrails(
                "guardrails", new Guardrails.Args(site, groups, sizes(), spec.quota().monthlyBudget(), clock), options);
        var scaleSets = new ScaleSets("scale-set", new ScaleSets.Args(site, groups, lines(catalog)), options);
        var zone = hosts.privateZone().map(domain -> new WorkstationZone(
                "workstation-zone",
                new WorkstationZone.Args(site, groups, network.virtualNetworkId(), domain),
                options));
        var shared = new Workstation.Shared(
                site,
                groups,
                catalog,
                spec.access(),
                spec.network(),
                hosts,
                spec.tls(),
                version(),
                gallery,
                scaleSets,
                network,
                zone,
                identities,
                roles,
                files,
                vault,
                workspace,
                List.<Resource>of(guardrails.allowedSizes()));
        spec.workstations().forEach(workstation -> new Workstation(
                workstation.name().value(), new Workstation.Args(shared, workstation), options));

        clusters(site, catalog).forEach(cluster -> new TrainingCluster(
                "cluster-" + cluster.name(),
                new TrainingCluster.Args(
                        site,
                        groups,
                        workspace.name(),
                        network.clustersSubnetId(),
                        spec.clusters().contains(cluster) ? Optional.of(identities.notebook().id()) : Optional.empty(),
                        cluster,
                        List.of()),
                options));
    }

    private SortedSet<VmSize> sizes() {
        return spec.workstations().stream()
                .map(atelier.model.Workstation::size)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<ImageLine> lines(Catalog catalog) {
        return spec.workstations().stream()
                .map(workstation -> catalog.get(workstation.size()).line())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Cluster> clusters(Site site, Catalog catalog) {
        return Stream.concat(
                        spec.clusters().stream(), Stream.of(TrainingCluster.imageBuilds(site, catalog)))
                .toList();
    }
}
