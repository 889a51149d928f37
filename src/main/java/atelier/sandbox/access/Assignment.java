package atelier.sandbox.access;

/**
 * Somebody holds a role somewhere.
 *
 * @param principalId the object id of a user, a group or an identity
 * @param roleId the role's GUID
 * @param scope the id of a subscription, a resource group or a resource; everything below is meant as well
 */
public record Assignment(String principalId, String roleId, String scope) {

    /** Whether something at a scope is meant: the assignment's own scope or one below it. */
    boolean covers(String wanted) {
        return isAtOrBelow(wanted, scope);
    }

    /** Whether one scope is another or lies below it; case does not matter. */
    public static boolean isAtOrBelow(String scope, String above) {
        String prefix = above.endsWith("/") ? above : above + "/";
        return (scope + "/").regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
