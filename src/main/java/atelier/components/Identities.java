package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** The stack's shared managed identities; a workstation's own comes with the workstation. */
public final class Identities extends ComponentResource {
    private final ManagedIdentity workspace;
    private final ManagedIdentity notebook;
    private final ManagedIdentity signin;

    public record Args(Site site, ResourceGroups groups) {}

    public Identities(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Identities", name, options);
        this.workspace = identity(name, "workspace", args);
        this.notebook = identity(name, "notebook", args);
        this.signin = identity(name, "signin", args);
        registerOutputs(Map.<String, Output<?>>of(
                "workspaceId", workspace.id(), "notebookId", notebook.id(), "signinId", signin.id()));
    }

    /** What the workspace itself acts as; never attached to a machine. */
    public ManagedIdentity workspace() {
        return workspace;
    }

    /** What users' code on a workstation acts as, through the token broker. */
    public ManagedIdentity notebook() {
        return notebook;
    }

    /** The app registration's only federated credential: what signs users in. */
    public ManagedIdentity signin() {
        return signin;
    }

    private ManagedIdentity identity(String name, String purpose, Args args) {
        return ManagedIdentity.of(new UserAssignedIdentity(
                name + "-" + purpose,
                UserAssignedIdentityArgs.builder()
                        .resourceName(args.site().names().identity(purpose))
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this)));
    }
}
