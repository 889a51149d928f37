package atelier.components;

import atelier.catalog.BuiltInRole;
import atelier.model.Tls;
import atelier.naming.Tags;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the program on one workstation acts as: it mounts the user files, reads who may open the workstation, fetches the
 * certificate and stops its own machine. Users get no token of it.
 */
public final class WorkstationAgent extends ComponentResource {
    private final String name;
    private final Args args;
    private final ManagedIdentity identity;
    private final List<Resource> firstRights;

    /** @param tls absent: the machine makes its own certificate */
    public record Args(
            Site site,
            ResourceGroups groups,
            atelier.model.Workstation workstation,
            Roles roles,
            UserFiles files,
            Workspace workspace,
            Vault vault,
            Optional<Tls> tls) {}

    public WorkstationAgent(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:WorkstationAgent", name, options);
        this.name = name;
        this.args = args;
        this.identity = ManagedIdentity.of(newIdentity());
        this.firstRights = Stream.concat(Stream.of(mayMount(), mayAuthorize()), mayReadCertificate().stream())
                .<Resource>map(grant -> grant.declare(args.site(), this))
                .toList();
        registerOutputs(Map.of("id", identity.id()));
    }

    public ManagedIdentity identity() {
        return identity;
    }

    /** What the first boot needs, so that a machine depends on it. */
    List<Resource> firstRights() {
        return firstRights;
    }

    /** The right to deallocate its machine; it can be granted only when that is there, so the agent tries until it has it. */
    void mayStop(Output<String> machineId) {
        grant("stop", custom(CustomRole.AGENT_STOP), machineId, "Deallocates this machine when it is idle.")
                .declare(args.site(), this);
    }

    private UserAssignedIdentity newIdentity() {
        return new UserAssignedIdentity(
                name,
                UserAssignedIdentityArgs.builder()
                        .resourceName(args.site().names().ofWorkstation(args.workstation().name(), "agent"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .tags(Tags.identityOf(args.site().team(), args.workstation()))
                        .build(),
                ChildOptions.of(this));
    }

    private Grant mayMount() {
        return grant("files", custom(CustomRole.AGENT_MOUNT), args.files().accountId(), "Mounts the user files.");
    }

    private Grant mayAuthorize() {
        String reason = "Reads who may open the workstation.";
        return grant("applications", custom(CustomRole.AGENT_AUTHORIZE), args.workspace().id(), reason);
    }

    private Optional<Grant> mayReadCertificate() {
        return args.tls().map(tls -> grant(
                "certificate",
                Roles.builtIn(args.site(), BuiltInRole.KEY_VAULT_SECRETS_USER),
                Output.format("%s/secrets/%s", args.vault().id(), tls.certificate()),
                "Fetches the certificate of its host, and no other secret."));
    }

    private Grant grant(String what, Output<String> role, Output<String> scope, String reason) {
        return new Grant(name + "-" + what, role, scope, Principal.identity(identity), reason);
    }

    private Output<String> custom(CustomRole role) {
        return args.roles().definitionId(role);
    }
}
