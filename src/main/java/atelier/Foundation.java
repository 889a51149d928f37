package atelier;

import atelier.catalog.Catalog;
import atelier.components.ContainerRegistry;
import atelier.components.Diagnostics;
import atelier.components.Guardrails;
import atelier.components.Identities;
import atelier.components.ImageGallery;
import atelier.components.Monitoring;
import atelier.components.Network;
import atelier.components.NotebookAccess;
import atelier.components.PrivateEndpoints;
import atelier.components.ResourceGroups;
import atelier.components.Roles;
import atelier.components.ScaleSets;
import atelier.components.Site;
import atelier.components.TeamAccess;
import atelier.components.TrainingCluster;
import atelier.components.UserFiles;
import atelier.components.Vault;
import atelier.components.Workspace;
import atelier.components.Workstation;
import atelier.components.WorkstationZone;
import atelier.model.Cluster;
import atelier.model.Images;
import atelier.model.Spec;
import atelier.naming.HostNames;
import atelier.outputs.Deployed;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the whole team shares, and what is built on it. */
record Foundation(
        Site site,
        ResourceGroups groups,
        Roles roles,
        Identities identities,
        Vault vault,
        UserFiles files,
        Workspace workspace,
        ImageGallery gallery,
        Network network,
        PrivateEndpoints endpoints,
        Guardrails guardrails,
        Optional<WorkstationZone> zone) {

    /** Declares everything shared, in the order in which one thing needs another. */
    static Foundation declare(Site site, Spec spec, Clock clock) {
        var groups = new ResourceGroups("groups", new ResourceGroups.Args(site), none());
        var roles = new Roles("roles", new Roles.Args(site, groups), none());
        var identities = new Identities("identities", new Identities.Args(site, groups), none());
        var monitoring = new Monitoring("monitoring", new Monitoring.Args(site, groups), none());
        var vault = new Vault("vault", new Vault.Args(site, groups), none());
        var registry = new ContainerRegistry("registry", new ContainerRegistry.Args(site, groups), none());
        var files = new UserFiles("files", new UserFiles.Args(site, groups, spec.files()), none());
        var workspace = new Workspace(
                "workspace",
                new Workspace.Args(
                        site, groups, monitoring, vault, registry, files, identities.workspace(), roles, spec.network().studio()),
                none());
        var gallery = new ImageGallery("gallery", new ImageGallery.Args(site, groups), none());
        var network = new Network("network", new Network.Args(site, groups, spec.network(), deployed(spec)), none());
        var endpoints = new PrivateEndpoints(
                "endpoints", new PrivateEndpoints.Args(site, groups, network, workspace, files, vault, registry), none());
        new Diagnostics("diagnostics", new Diagnostics.Args(site, monitoring, workspace, vault, registry, files), none());
        new TeamAccess("access", new TeamAccess.Args(site, groups, spec.access().groups(), workspace, roles), none());
        new NotebookAccess(
                "notebook", new NotebookAccess.Args(site, identities.notebook(), workspace, files, registry, roles), none());
        return new Foundation(
                site,
                groups,
                roles,
                identities,
                vault,
                files,
                workspace,
                gallery,
                network,
                endpoints,
                guardrails(site, spec, groups, clock),
                zone(site, spec, groups, network));
    }

    /** Declares the clusters, the one that builds the workspace's images included. */
    void clusters(Spec spec, Catalog catalog) {
        cluster(TrainingCluster.imageBuilds(site, catalog), Optional.empty());
        spec.clusters().forEach(cluster -> cluster(cluster, Optional.of(identities.notebook().id())));
    }

    /** Declares the workstations; none without an image. */
    List<Workstation> workstations(Spec spec, Catalog catalog) {
        if (spec.images() instanceof Images.Version version) {
            Workstation.Shared shared = shared(spec, catalog, version.value());
            return deployed(spec).stream()
                    .map(it -> new Workstation(it.name().value(), new Workstation.Args(shared, it), none()))
                    .toList();
        }
        return List.of();
    }

    /** What the outputs tell about. */
    Deployed outputs(List<Workstation> workstations) {
        return new Deployed(site, groups, identities, files, workspace, network, zone, workstations);
    }

    private Workstation.Shared shared(Spec spec, Catalog catalog, String imageVersion) {
        var lines = deployed(spec).stream()
                .map(it -> catalog.get(it.size()).line())
                .collect(Collectors.toCollection(TreeSet::new));
        var scaleSets = new ScaleSets("scale-sets", new ScaleSets.Args(site, groups, lines), none());
        return new Workstation.Shared(
                site,
                groups,
                catalog,
                spec.access(),
                spec.network(),
                HostNames.of(spec, site.names()),
                spec.tls(),
                imageVersion,
                gallery,
                scaleSets,
                network,
                zone,
                identities,
                roles,
                files,
                vault,
                workspace,
                List.of(guardrails.allowedSizes(), endpoints));
    }

    private void cluster(Cluster cluster, Optional<Output<String>> identityId) {
        new TrainingCluster(
                "cluster-" + cluster.name(),
                new TrainingCluster.Args(
                        site, groups, workspace.name(), network.clustersSubnetId(), identityId, cluster, List.of(endpoints)),
                none());
    }

    private static Guardrails guardrails(Site site, Spec spec, ResourceGroups groups, Clock clock) {
        var sizes = spec.workstations().stream()
                .map(atelier.model.Workstation::size)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Guardrails(
                "guardrails", new Guardrails.Args(site, groups, sizes, spec.quota().monthlyBudget(), clock), none());
    }

    private static Optional<WorkstationZone> zone(Site site, Spec spec, ResourceGroups groups, Network network) {
        return HostNames.of(spec, site.names())
                .privateZone()
                .map(zone -> new WorkstationZone(
                        "zone", new WorkstationZone.Args(site, groups, network.virtualNetworkId(), zone), none()));
    }

    // Sorted, so that the order in which a team lists its workstations never matters.
    private static List<atelier.model.Workstation> deployed(Spec spec) {
        if (spec.images() instanceof Images.None) {
            return List.of();
        }
        return spec.workstations().stream().sorted(Comparator.comparing(atelier.model.Workstation::name)).toList();
    }

    private static ComponentResourceOptions none() {
        return ComponentResourceOptions.Empty;
    }
}
