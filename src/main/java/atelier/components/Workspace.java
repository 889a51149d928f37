package atelier.components;

import atelier.catalog.BuiltInRole;
import atelier.model.Network.Studio;
import atelier.naming.Tags;
import com.pulumi.azurenative.machinelearningservices.WorkspaceArgs;
import com.pulumi.azurenative.machinelearningservices.enums.SkuTier;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine-learning workspace, with the rights of its identity on each resource behind it. */
public final class Workspace extends ComponentResource {
    private final com.pulumi.azurenative.machinelearningservices.Workspace workspace;

    /**
     * @param identity what the workspace acts as; it gets rights here and is never attached to a machine
     * @param studio whether the workspace's own pages answer the Internet
     */
    public record Args(
            Site site,
            ResourceGroups groups,
            Monitoring monitoring,
            Vault vault,
            ContainerRegistry registry,
            UserFiles files,
            ManagedIdentity identity,
            Roles roles,
            Studio studio) {}

    public Workspace(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Workspace", name, options);
        this.workspace = workspace(name, args, grants(name, args));
        ownGrant(name, args);
        registerOutputs(Map.of("id", workspace.id()));
    }

    public Output<String> id() {
        return workspace.id();
    }

    public Output<String> name() {
        return workspace.name();
    }

    private com.pulumi.azurenative.machinelearningservices.Workspace workspace(
            String name, Args args, List<Resource> grants) {
        List<Resource> before = new ArrayList<>(grants);
        // The workspace takes the share it finds, so the share has to be there first.
        before.add(args.files());
        return new com.pulumi.azurenative.machinelearningservices.Workspace(
                name,
                WorkspaceArgs.builder()
                        .workspaceName(args.site().names().workspace())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .friendlyName("Atelier " + args.site().team().name())
                        .description("Machine-learning workspace of " + args.site().team().name())
                        .sku(SkuArgs.builder().name("Basic").tier(SkuTier.Basic).build())
                        .identity(ManagedServiceIdentityArgs.builder()
                                .type("UserAssigned")
                                .userAssignedIdentities(Output.all(args.identity().id()))
                                .build())
                        .primaryUserAssignedIdentity(args.identity().id())
                        .storageAccount(args.files().accountId())
                        .keyVault(args.vault().id())
                        .applicationInsights(args.monitoring().insightsId())
                        .containerRegistry(args.registry().id())
                        .imageBuildCompute(args.site().names().imageBuildCluster())
                        .publicNetworkAccess(args.studio() == Studio.PUBLIC ? "Enabled" : "Disabled")
                        .allowPublicAccessWhenBehindVnet(false)
                        .hbiWorkspace(false)
                        .v1LegacyMode(false)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.protectedOf(this, before, "location", "storageAccount", "keyVault", "hbiWorkspace"));
    }

    // Which roles and why not Contributor: decision 0010.
    private List<Resource> grants(String name, Args args) {
        Output<String> account = args.files().accountId();
        Output<String> control = args.roles().definitionId(CustomRole.WORKSPACE);
        Output<String> blobs = Roles.builtIn(args.site(), BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR);
        Output<String> shares = Roles.builtIn(args.site(), BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR);
        Output<String> secrets = Roles.builtIn(args.site(), BuiltInRole.KEY_VAULT_ADMINISTRATOR);
        Output<String> push = Roles.builtIn(args.site(), BuiltInRole.ACR_PUSH);
        return List.of(
                grant(name, "storage", control, account, "Finds its storage account, its key and its containers.", args),
                grant(name, "blob-data", blobs, account, "Keeps artifacts and snapshots.", args),
                grant(name, "file-data", shares, account, "Shows notebooks.", args),
                grant(name, "vault", control, args.vault().id(), "Finds its vault.", args),
                grant(name, "secrets", secrets, args.vault().id(), "Keeps the credentials of datastores and connections.", args),
                grant(name, "registry", control, args.registry().id(), "Finds its registry.", args),
                grant(name, "images", push, args.registry().id(), "Pushes the images that it builds.", args),
                grant(name, "insights", control, args.monitoring().insightsId(), "Finds its telemetry.", args));
    }

    // The workspace has to exist before its identity can get a role on it.
    private void ownGrant(String name, Args args) {
        Output<String> scientist = Roles.builtIn(args.site(), BuiltInRole.AZUREML_DATA_SCIENTIST);
        grant(name, "workspace", scientist, workspace.id(), "Runs its own image builds and pipelines.", args);
    }

    private Resource grant(String name, String on, Output<String> role, Output<String> scope, String reason, Args args) {
        Principal identity = Principal.identity(args.identity());
        return new Grant(name + "-identity-" + on, role, scope, identity, reason).declare(args.site(), this);
    }
}
