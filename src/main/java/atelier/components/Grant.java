package atelier.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.authorization.RoleAssignmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/**
 * One role for one principal on one scope.
 *
 * @param name the assignment's logical name: unique in the stack, and its GUID follows from it
 * @param role the ARM id of a role definition
 * @param scope the ARM id of what it applies to
 * @param reason goes into Azure's description
 */
public record Grant(String name, Output<String> role, Output<String> scope, Principal principal, String reason) {

    /** Declares the assignment. Azure never changes one in place, so another role makes it anew. */
    public RoleAssignment declare(Site site, Resource parent) {
        return new RoleAssignment(
                name,
                RoleAssignmentArgs.builder()
                        .roleAssignmentName(site.names().guid(name))
                        .scope(scope)
                        .roleDefinitionId(role)
                        .principalId(principal.id())
                        .principalType(principal.type())
                        .description(reason)
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        // The new one has the old one's name.
                        .deleteBeforeReplace(true)
                        .replaceOnChanges("roleDefinitionId")
                        .build());
    }
}
