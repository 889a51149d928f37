package atelier.agent.authorize;

import java.util.List;

/** A role definition, built in or the stack's own. */
record Role(String name, List<Permission> permissions) {
    Role {
        permissions = List.copyOf(permissions);
    }

    /** A {@code notActions} takes away from its own element only; another element, or another role, may still allow it. */
    boolean allows(Operation operation) {
        return permissions.stream().anyMatch(permission -> permission.allows(operation));
    }
}
