package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** IAM: who is given which right on what. */
final class AccessChecks {
    private static final String ASSIGNMENT = "authorization:RoleAssignment";
    private static final String ROLE = "authorization:RoleDefinition";
    private static final String CREDENTIAL = "managedidentity:FederatedIdentityCredential";
    private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Owner, Contributor, User Access Administrator, Role Based Access Control Administrator. */
    private static final List<String> POWERFUL = List.of(
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
            "f58310d9-a9f6-439a-9e8d-f62e7b41a168");

    private AccessChecks() {}

    static List<Check> all() {
        return List.of(
                Check.every("IAM-01", ASSIGNMENT, "no identity administers anything or has rights on the subscription",
                        AccessChecks::modest),
                Check.every("IAM-02", ROLE, "no wildcard rights, no rights to give rights, no subscription as scope",
                        AccessChecks::narrow),
                Check.every("IAM-03", ASSIGNMENT, "to a group or an identity, under a fixed GUID, once",
                        AccessChecks::deterministic),
                Check.every("IAM-04", CREDENTIAL, "one issuer, one subject, one audience", AccessChecks::exact));
    }

    private static boolean modest(Registration assignment) {
        boolean identity = assignment.input("principalType").asText().equals("ServicePrincipal");
        String role = assignment.input("roleDefinitionId").asText();
        return !identity || POWERFUL.stream().noneMatch(role::endsWith) && !isSubscription(assignment.input("scope"));
    }

    private static boolean narrow(Registration role) {
        boolean rights = StreamSupport.stream(role.input("permissions").spliterator(), false)
                .flatMap(permission -> StreamSupport.stream(permission.path("actions").spliterator(), false))
                .map(JsonNode::asText)
                .allMatch(AccessChecks::isModestAction);
        boolean scopes = StreamSupport.stream(role.input("assignableScopes").spliterator(), false)
                .noneMatch(AccessChecks::isSubscription);
        return rights && scopes && role.input("assignableScopes").size() > 0 && role.input("permissions").size() > 0;
    }

    /**
     * Reading may be given with a star, as in {@code Microsoft.Compute/*&#47;read}; nothing else may, and no right to give
     * rights.
     */
    private static boolean isModestAction(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        boolean starBeyondReading = lower.contains("*") && !lower.endsWith("/read");
        boolean givesRights = lower.startsWith("microsoft.authorization/") && !lower.endsWith("/read");
        return !starBeyondReading && !givesRights;
    }

    private static boolean isSubscription(JsonNode scope) {
        return scope.asText().matches("/?(subscriptions/[^/]+/?)?");
    }

    private static boolean deterministic(Registration assignment, Recorded all) {
        long same = all.ofType(ASSIGNMENT).where(other -> who(other).equals(who(assignment))).size();
        return same == 1
                && assignment.input("roleAssignmentName").asText().matches(GUID)
                && List.of("Group", "ServicePrincipal").contains(assignment.input("principalType").asText());
    }

    private static String who(Registration assignment) {
        return assignment.input("scope").asText().toLowerCase(Locale.ROOT)
                + "|" + assignment.input("roleDefinitionId").asText().toLowerCase(Locale.ROOT)
                + "|" + assignment.input("principalId").asText();
    }

    private static boolean exact(Registration credential) {
        return credential.input("issuer").asText().startsWith("https://")
                && credential.input("subject").asText().matches("[^*?]+")
                && credential.input("audiences").size() == 1;
    }
}
