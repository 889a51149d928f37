package atelier.sandbox.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Azure's role-based access control: what a principal may do is the union of what its roles and those of its groups grant, at a
 * scope and at everything above it.
 *
 * <p>Not modelled: conditions and deny assignments, which nothing here declares. Source:
 * https://learn.microsoft.com/azure/role-based-access-control/overview#how-azure-rbac-determines-if-a-user-has-access-to-a-resource
 */
public final class AccessControl {
    private final Map<String, List<Permission>> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Assignment> assignments;
    private final Function<String, Set<String>> groupsOf;

    /**
     * The rule over one set of facts.
     *
     * @param roles permissions by the role's GUID; an assignment of an unknown role grants nothing
     * @param groupsOf the groups that a principal is in, directly or not, as object ids
     */
    public AccessControl(
            Map<String, List<Permission>> roles, List<Assignment> assignments, Function<String, Set<String>> groupsOf) {
        this.roles.putAll(roles);
        this.assignments = List.copyOf(assignments);
        this.groupsOf = groupsOf;
    }

    public boolean allows(String principalId, Operation operation, String scope) {
        return permissions(principalId, scope).stream().anyMatch(permission -> permission.grants(operation));
    }

    /** Everything that a principal holds at a scope, one entry per permission of a role. */
    public List<Permission> permissions(String principalId, String scope) {
        return assignments.stream()
                .filter(assignment -> isAssignedTo(assignment, principalId))
                .filter(assignment -> assignment.covers(scope))
                .flatMap(assignment -> roles.getOrDefault(assignment.roleId(), List.of()).stream())
                .toList();
    }

    /** Whether a principal holds any role in a scope or somewhere below it. */
    public boolean isKnownIn(String principalId, String scope) {
        return assignments.stream()
                .filter(assignment -> isAssignedTo(assignment, principalId))
                .anyMatch(assignment -> assignment.covers(scope) || Assignment.isAtOrBelow(assignment.scope(), scope));
    }

    /** Whether an assignment is to a principal or to a group that it is in. */
    public boolean isAssignedTo(Assignment assignment, String principalId) {
        return assignment.principalId().equalsIgnoreCase(principalId)
                || groupsOf.apply(principalId).stream().anyMatch(assignment.principalId()::equalsIgnoreCase);
    }
}
