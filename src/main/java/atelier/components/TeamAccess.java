package atelier.components;

import atelier.catalog.BuiltInRole;
import atelier.model.Access.Groups;
import atelier.model.ObjectId;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** What each group of people may do. A group that the team did not name gets nothing. */
public final class TeamAccess extends ComponentResource {
    /** @param people Entra groups by what they may do */
    public record Args(Site site, ResourceGroups groups, Groups people, Workspace workspace, Roles roles) {}

    public TeamAccess(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:TeamAccess", name, options);
        admins(name + "-admins", args.people().admins(), args);
        args.people().operators().ifPresent(group -> operators(name + "-operators", group, args));
        args.people().scientists().ifPresent(group -> scientists(name + "-scientists", group, args));
        args.people().readers().ifPresent(group -> readers(name + "-readers", group, args));
        registerOutputs(Map.of());
    }

    private void admins(String name, ObjectId group, Args args) {
        Output<String> contributor = Roles.builtIn(args.site(), BuiltInRole.CONTRIBUTOR);
        String reason = "Admins create and delete what the team works with.";
        grant(name + "-data", contributor, args.groups().dataId(), group, reason, args);
        grant(name + "-compute", contributor, args.groups().computeId(), group, reason, args);
    }

    private void operators(String name, ObjectId group, Args args) {
        Output<String> operator = args.roles().definitionId(CustomRole.WORKSTATION_OPERATOR);
        String reason = "Operators start and stop workstations.";
        grant(name + "-compute", operator, args.groups().computeId(), group, reason, args);
    }

    private void scientists(String name, ObjectId group, Args args) {
        Output<String> scientist = Roles.builtIn(args.site(), BuiltInRole.AZUREML_DATA_SCIENTIST);
        Output<String> user = args.roles().definitionId(CustomRole.WORKSTATION_USER);
        grant(name + "-workspace", scientist, args.workspace().id(), group, "Scientists work in the workspace.", args);
        grant(name + "-applications", user, args.workspace().id(), group, "Scientists open applications.", args);
        grant(name + "-compute", user, args.groups().computeId(), group, "Scientists start and stop workstations.", args);
    }

    private void readers(String name, ObjectId group, Args args) {
        Output<String> reader = Roles.builtIn(args.site(), BuiltInRole.READER);
        grant(name + "-data", reader, args.groups().dataId(), group, "Readers see what there is.", args);
        grant(name + "-compute", reader, args.groups().computeId(), group, "Readers see what there is.", args);
    }

    private void grant(String name, Output<String> role, Output<String> scope, ObjectId group, String reason, Args args) {
        new Grant(name, role, scope, Principal.group(group), reason).declare(args.site(), this);
    }
}
