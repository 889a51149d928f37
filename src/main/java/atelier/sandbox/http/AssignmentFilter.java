package atelier.sandbox.http;

import atelier.sandbox.access.AccessControl;
import atelier.sandbox.access.Assignment;
import atelier.sandbox.cloud.ArmError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter of a list of role assignments: conditions joined by {@code and}.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest">the filters</a>
 */
final class AssignmentFilter {
    private static final String GUID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
    private static final Pattern ASSIGNED_TO = Pattern.compile("assignedTo\\('" + GUID + "'\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRINCIPAL = Pattern.compile("principalId eq '?" + GUID + "'?", Pattern.CASE_INSENSITIVE);

    private final List<Condition> conditions;

    @FunctionalInterface
    private interface Condition {
        boolean accepts(Assignment assignment, String scope, AccessControl access);
    }

    private AssignmentFilter(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** InvalidFilter, 400, for a condition that ARM does not have; code from knowledge. */
    static AssignmentFilter parse(String text) throws ArmError {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : text.isBlank() ? new String[0] : text.strip().split("(?i)\\s+and\\s+")) {
            conditions.add(condition(condition));
        }
        return new AssignmentFilter(conditions);
    }

    private static Condition condition(String text) throws ArmError {
        Matcher assignedTo = ASSIGNED_TO.matcher(text);
        Matcher principal = PRINCIPAL.matcher(text);
        if (text.equalsIgnoreCase("atScope()")) {
            return (assignment, scope, access) -> Assignment.isAtOrBelow(scope, assignment.scope());
        } else if (assignedTo.matches()) {
            String objectId = assignedTo.group(1);
            return (assignment, scope, access) -> access.isAssignedTo(assignment, objectId);
        } else if (principal.matches()) {
            String objectId = principal.group(1);
            return (assignment, scope, access) -> assignment.principalId().equalsIgnoreCase(objectId);
        }
        throw new ArmError(400, "InvalidFilter", "The filter '" + text + "' is not supported.");
    }

    /** Whether an assignment has to do with a scope and meets every condition. */
    boolean accepts(Assignment assignment, String scope, AccessControl access) {
        boolean related = Assignment.isAtOrBelow(scope, assignment.scope()) || Assignment.isAtOrBelow(assignment.scope(), scope);
        return related && conditions.stream().allMatch(condition -> condition.accepts(assignment, scope, access));
    }
}
