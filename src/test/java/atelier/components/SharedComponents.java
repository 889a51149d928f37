package atelier.components;

import atelier.model.Access.Groups;
import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Files;
import atelier.model.IdleStop;
import atelier.model.Network.Studio;
import atelier.model.NetworkId;
import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import atelier.model.SshKey;
import atelier.model.Team;
import atelier.model.VmSize;
import atelier.model.Workstation;
import atelier.naming.Names;
import atelier.testing.Deployed;
import atelier.testing.Mocked;
import atelier.testing.RecordingMocks;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Everything that the workstations of a stack share, deployed under mocks in the program's order.
 *
 * <p>The mocks see neither {@code protect}, {@code replaceOnChanges} nor dependencies: those are judged on the real engine.
 */
record SharedComponents(atelier.model.Network network, List<Workstation> workstations, Groups people) {
    static final Team TEAM = new Team(new ResourceName("vision"), "CC-1042", List.of("ml-platform@example.com"), 1);
    static final ObjectId TENANT = new ObjectId(RecordingMocks.TENANT_ID);
    static final Names NAMES = Names.of(TEAM, TENANT, new Region("westeurope"));
    static final Map<String, String> SHARED_TAGS =
            Map.of("costCenter", "CC-1042", "owner", "ml-platform@example.com", "team", "vision");
    static final String GROUPS = "/subscriptions/" + RecordingMocks.SUBSCRIPTION_ID + "/resourceGroups/";
    static final String DATA = GROUPS + "atelier-vision-data";
    static final String COMPUTE = GROUPS + "atelier-vision-compute";

    static final ObjectId ADMINS = new ObjectId("1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349");
    static final ObjectId OPERATORS = new ObjectId("2a7c5b3d-04e8-4f69-81d2-6b9e3c1f7a50");
    static final ObjectId SCIENTISTS = new ObjectId("3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61");
    static final ObjectId READERS = new ObjectId("4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72");

    static final NetworkId HUB = new NetworkId("/subscriptions/99999999-aaaa-4bbb-8ccc-000000000000/resourceGroups/hub"
            + "/providers/Microsoft.Network/virtualNetworks/hub");
    static final NetworkId BRANCH = new NetworkId("/subscriptions/99999999-aaaa-4bbb-8ccc-000000000000/resourceGroups/branch"
            + "/providers/Microsoft.Network/virtualNetworks/hub");

    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada";
    private static final Map<SharedComponents, Deployed> DEPLOYED = new ConcurrentHashMap<>();

    static final Workstation ADA = workstation("ada", "203.0.113.7/32");
    static final Workstation GRACE = workstation("grace");

    /** As the dev stack: public, ada with SSH, grace without, all four groups. */
    static final SharedComponents PUBLIC = new SharedComponents(
            new atelier.model.Network(
                    new Cidr("10.42.0.0/16"), new Exposure.Public(List.of(new Cidr("203.0.113.0/24"))), false, Studio.PRIVATE),
            List.of(ADA, GRACE),
            new Groups(ADMINS, Optional.of(OPERATORS), Optional.of(SCIENTISTS), Optional.of(READERS)));

    /** Private with two peerings and Bastion, Studio open, SSH for linus, only the one required group. */
    static final SharedComponents PRIVATE = new SharedComponents(
            new atelier.model.Network(
                    new Cidr("10.99.0.0/24"), new Exposure.Private(List.of(HUB, BRANCH)), true, Studio.PUBLIC),
            List.of(workstation("linus", "10.1.0.0/24")),
            new Groups(ADMINS, Optional.empty(), Optional.empty(), Optional.empty()));

    /** A workstation with SSH from these ranges, or without SSH. */
    static Workstation workstation(String name, String... sshSources) {
        SshAccess ssh = sshSources.length == 0
                ? new SshAccess.Off()
                : new SshAccess.On(new SshKey(KEY), Stream.of(sshSources).map(Cidr::new).toList());
        return new Workstation(
                new ResourceName(name),
                Optional.empty(),
                new VmSize("Standard_D8s_v5"),
                128,
                ssh,
                new IdleStop.Never(),
                new Schedule.Never());
    }

    SharedComponents with(Workstation... others) {
        return new SharedComponents(network, List.of(others), people);
    }

    /** Runs it once; every later call gives the same result. */
    Deployed deployed() {
        return DEPLOYED.computeIfAbsent(this, SharedComponents::deploy);
    }

    Deployed deploy() {
        return Mocked.run(context -> build());
    }

    private void build() {
        Site site = new Site(NAMES, TEAM, new Region("westeurope"), TENANT, Output.of(RecordingMocks.SUBSCRIPTION_ID));
        ComponentResourceOptions options = ComponentResourceOptions.Empty;
        var groups = new ResourceGroups("groups", new ResourceGroups.Args(site), options);
        var monitoring = new Monitoring("monitoring", new Monitoring.Args(site, groups), options);
        var vault = new Vault("vault", new Vault.Args(site, groups), options);
        var registry = new ContainerRegistry("registry", new ContainerRegistry.Args(site, groups), options);
        var files = new UserFiles("files", new UserFiles.Args(site, groups, new Files(1024, 30)), options);
        var identities = new Identities("identities", new Identities.Args(site, groups), options);
        var roles = new Roles("roles", new Roles.Args(site, groups), options);
        var workspace = new Workspace(
                "workspace",
                new Workspace.Args(
                        site, groups, monitoring, vault, registry, files, identities.workspace(), roles, network.studio()),
                options);
        new Diagnostics(
                "diagnostics", new Diagnostics.Args(site, monitoring, workspace, vault, registry, files), options);
        var net = new Network("network", new Network.Args(site, groups, network, workstations), options);
        new PrivateEndpoints(
                "endpoints", new PrivateEndpoints.Args(site, groups, net, workspace, files, vault, registry), options);
        new ImageGallery("gallery", new ImageGallery.Args(site, groups), options);
        new NotebookAccess(
                "notebook", new NotebookAccess.Args(site, identities.notebook(), workspace, files, registry, roles), options);
        new TeamAccess("access", new TeamAccess.Args(site, groups, people, workspace, roles), options);
    }
}
