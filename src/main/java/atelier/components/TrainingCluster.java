package atelier.components;

import atelier.catalog.Catalog;
import atelier.model.Cluster;
import atelier.model.ResourceName;
import atelier.naming.Tags;
import com.pulumi.azurenative.machinelearningservices.Compute;
import com.pulumi.azurenative.machinelearningservices.ComputeArgs;
import com.pulumi.azurenative.machinelearningservices.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.machinelearningservices.enums.OsType;
import com.pulumi.azurenative.machinelearningservices.enums.RemoteLoginPortPublicAccess;
import com.pulumi.azurenative.machinelearningservices.inputs.AmlComputeArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.AmlComputePropertiesArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ResourceIdArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ScaleSettingsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster of the workspace that takes machines when jobs wait and gives them back: AmlCompute in the team's own subnet,
 * without public addresses and without keys.
 *
 * <p>Azure changes only the number of nodes of an existing cluster, so every other change makes the cluster again:
 * https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster
 */
public final class TrainingCluster extends ComponentResource {
    /** How long a node waits for the next job before it goes, as an ISO 8601 duration. */
    private static final String IDLE_BEFORE_SCALE_DOWN = "PT15M";

    /**
     * @param identityId what jobs act as; absent for image builds, where the workspace acts itself
     * @param after what must exist before nodes start, such as the private endpoints of the storage that they read
     */
    public record Args(
            Site site,
            ResourceGroups groups,
            Output<String> workspaceName,
            Output<String> subnetId,
            Optional<Output<String>> identityId,
            Cluster cluster,
            List<Resource> after) {
        public Args {
            after = List.copyOf(after);
        }
    }

    public TrainingCluster(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:TrainingCluster", name, options);
        registerOutputs(Map.of("id", compute(name, args).id()));
    }

    /**
     * The cluster that the workspace's {@code imageBuildCompute} names: the registry is private, so Azure's own builders cannot
     * push.
     */
    public static Cluster imageBuilds(Site site, Catalog catalog) {
        return new Cluster(
                new ResourceName(site.names().imageBuildCluster()),
                catalog.workspaceBuildMachine().size(),
                0,
                1,
                Cluster.Priority.DEDICATED);
    }

    private Compute compute(String name, Args args) {
        ComputeArgs.Builder compute = ComputeArgs.builder()
                .computeName(args.site().names().cluster(args.cluster().name()))
                .workspaceName(args.workspaceName())
                .resourceGroupName(args.groups().dataName())
                .location(args.site().region().name())
                .properties(properties(args))
                .tags(Tags.shared(args.site().team()));
        args.identityId().ifPresent(id -> compute.identity(ManagedServiceIdentityArgs.builder()
                .type(ManagedServiceIdentityType.UserAssigned)
                .userAssignedIdentities(Output.all(id))
                .build()));
        return new Compute(
                name,
                compute.build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .dependsOn(args.after())
                        .deleteBeforeReplace(true)
                        .replaceOnChanges(
                                "identity",
                                "location",
                                "properties.properties.vmSize",
                                "properties.properties.vmPriority",
                                "properties.properties.subnet")
                        .build());
    }

    private static AmlComputeArgs properties(Args args) {
        return AmlComputeArgs.builder()
                .computeType("AmlCompute")
                .computeLocation(args.site().region().name())
                .disableLocalAuth(true)
                .properties(AmlComputePropertiesArgs.builder()
                        .osType(OsType.Linux)
                        .vmSize(args.cluster().size().name())
                        .vmPriority(args.cluster().priority().azureName())
                        .scaleSettings(ScaleSettingsArgs.builder()
                                .minNodeCount(args.cluster().minNodes())
                                .maxNodeCount(args.cluster().maxNodes())
                                .nodeIdleTimeBeforeScaleDown(IDLE_BEFORE_SCALE_DOWN)
                                .build())
                        .subnet(ResourceIdArgs.builder().id(args.subnetId()).build())
                        .enableNodePublicIp(false)
                        .remoteLoginPortPublicAccess(RemoteLoginPortPublicAccess.Disabled)
                        .build())
                .build();
    }
}
