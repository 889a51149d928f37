package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pure: how patterns of roles cover an operation. */
final class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "*/action, true",
        "*/read, false",
        "Microsoft.MachineLearningServices/*, true",
        "Microsoft.MachineLearningServices/workspaces/*/action, true",
        "Microsoft.MachineLearningServices/workspaces/*/write, false",
        "Microsoft.MachineLearningServices/workspaces/computes/*, true",
        "Microsoft.MachineLearningServices/workspaces/computes/*/action, true",
        "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action, true",
        "MICROSOFT.machinelearningservices/WORKSPACES/computes/ApplicationAccess/Action, true",
        "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/*, true",
        "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess, false",
        "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action/more, false",
        "Microsoft.MachineLearningServices/workspaces/computes/start/action, false",
        "Microsoft.MachineLearningServices/workspaces/*/computes/applicationaccess/action, false",
        "*/computes/*/computes/*, false",
        "Microsoft*access*action, true",
        "Microsoft*action*action, false",
        "*applicationaccess/actionaction, false",
        "Microsoft.MachineLearningServices.workspaces*, false",
        "'', false"
    })
    void aPatternCoversOpening(String pattern, boolean covers) {
        assertEquals(covers, Operation.OPEN.matches(pattern));
    }

    @Test
    void notActionsTakeAwayFromTheirOwnElementOnly() {
        Permission all = new Permission(List.of("*"), List.of());
        Permission butOpening = new Permission(List.of("*"), List.of("*/applicationaccess/action"));
        assertEquals(false, new Role("r", List.of(butOpening)).allows(Operation.OPEN));
        assertEquals(true, new Role("r", List.of(butOpening)).allows(Operation.ADMINISTER));
        assertEquals(true, new Role("r", List.of(butOpening, all)).allows(Operation.OPEN));
        assertEquals(false, new Role("r", List.of()).allows(Operation.OPEN));
    }

    @Test
    void anAssignmentWithAConditionAllowsNothing() {
        Role owner = new Role("Owner", List.of(new Permission(List.of("*"), List.of())));
        assertEquals(true, new Assignment("a", owner, false).allows(Operation.OPEN));
        assertEquals(false, new Assignment("a", owner, true).allows(Operation.OPEN));
    }
}
