package atelier.agent.authorize;

import java.util.List;
import java.util.Optional;

/**
 * What a person may do on the workspace.
 *
 * @param open the role assignment that lets the person open applications
 * @param administer the role assignment that makes the person an administrator
 * @param conditional whether an assignment was left out because of its condition, and would have let the person open
 */
record Rights(Optional<Assignment> open, Optional<Assignment> administer, boolean conditional) {

    static Rights of(List<Assignment> assignments) {
        return new Rights(
                first(assignments, Operation.OPEN),
                first(assignments, Operation.ADMINISTER),
                assignments.stream().anyMatch(it -> it.conditional() && it.role().allows(Operation.OPEN)));
    }

    private static Optional<Assignment> first(List<Assignment> assignments, Operation operation) {
        return assignments.stream().filter(assignment -> assignment.allows(operation)).findFirst();
    }
}
