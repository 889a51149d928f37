package atelier.components;

import atelier.catalog.BuiltInRole;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** What users' code on a workstation may do without asking for a password. */
public final class NotebookAccess extends ComponentResource {
    /** @param identity the one that the token broker hands out */
    public record Args(
            Site site, ManagedIdentity identity, Workspace workspace, UserFiles files, ContainerRegistry registry, Roles roles) {}

    public NotebookAccess(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:NotebookAccess", name, options);
        Output<String> notebook = args.roles().definitionId(CustomRole.NOTEBOOK);
        Output<String> blobs = Roles.builtIn(args.site(), BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR);
        Output<String> pull = Roles.builtIn(args.site(), BuiltInRole.ACR_PULL);
        grant(name + "-workspace", notebook, args.workspace().id(), "Runs experiments from notebooks.", args);
        grant(name + "-blob-data", blobs, args.files().accountId(), "Reads and writes the team's data.", args);
        grant(name + "-images", pull, args.registry().id(), "Pulls the workspace's images.", args);
        registerOutputs(Map.of());
    }

    private void grant(String name, Output<String> role, Output<String> scope, String reason, Args args) {
        new Grant(name, role, scope, Principal.identity(args.identity()), reason).declare(args.site(), this);
    }
}
