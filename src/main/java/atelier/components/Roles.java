package atelier.components;

import atelier.catalog.BuiltInRole;
import com.pulumi.azurenative.authorization.RoleDefinition;
import com.pulumi.azurenative.authorization.RoleDefinitionArgs;
import com.pulumi.azurenative.authorization.inputs.PermissionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The stack's custom roles; who holds them is declared where the holder is. */
public final class Roles extends ComponentResource {
    private final Map<CustomRole, RoleDefinition> definitions;

    public record Args(Site site, ResourceGroups groups) {}

    public Roles(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Roles", name, options);
        this.definitions = definitions(name, args);
        registerOutputs(Map.of());
    }

    /** The ARM id of a custom role as Azure gives it, which is not the id it was declared under. */
    public Output<String> definitionId(CustomRole role) {
        return definitions.get(role).id();
    }

    /** The ARM id of a built-in role in the stack's subscription. */
    public static Output<String> builtIn(Site site, BuiltInRole role) {
        return site.subscriptionId().applyValue(role::id);
    }

    private Map<CustomRole, RoleDefinition> definitions(String name, Args args) {
        Map<CustomRole, RoleDefinition> made = new EnumMap<>(CustomRole.class);
        for (CustomRole role : CustomRole.values()) {
            made.put(role, definition(name + "-" + role.purpose().replace(' ', '-'), role, args));
        }
        return Collections.unmodifiableMap(made);
    }

    private RoleDefinition definition(String name, CustomRole role, Args args) {
        List<Output<String>> scopes = scopes(role, args.groups());
        return new RoleDefinition(
                name,
                RoleDefinitionArgs.builder()
                        .roleDefinitionId(args.site().names().guid(name))
                        .roleName(args.site().names().role(role.purpose()))
                        .roleType("CustomRole")
                        .description(role.description())
                        .scope(scopes.get(0))
                        .assignableScopes(Output.all(scopes))
                        .permissions(PermissionArgs.builder()
                                .actions(role.actions())
                                .notActions(role.notActions())
                                .dataActions(List.of())
                                .notDataActions(List.of())
                                .build())
                        .build(),
                ChildOptions.of(this));
    }

    private static List<Output<String>> scopes(CustomRole role, ResourceGroups groups) {
        return switch (role.reach()) {
            case DATA_GROUP -> List.of(groups.dataId());
            case COMPUTE_GROUP -> List.of(groups.computeId());
            case BOTH_GROUPS -> List.of(groups.computeId(), groups.dataId());
        };
    }
}
