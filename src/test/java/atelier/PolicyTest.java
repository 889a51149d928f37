package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Stacks;
import atelier.testing.policy.Check;
import atelier.testing.policy.PolicyRows;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mandatory policy row that can be seen in what the program registers. Rows and reasons: src/test/resources/policy. */
class PolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everyMandatoryRowHolds(String stack) {
        assertEquals("", String.join("\n", PolicyRows.violations(Stacks.deployed(stack).recorded())));
    }

    @Test
    void everyRowHasSomethingToJudgeExceptWhereNothingIsDeclared() {
        TreeSet<String> idle = new TreeSet<>(PolicyRows.rows());
        for (Check check : PolicyRows.all()) {
            if (Stacks.ALL.stream().anyMatch(stack -> check.subjects(Stacks.deployed(stack).recorded()).size() > 0)) {
                idle.remove(check.row());
            }
        }
        assertEquals(
                List.of("IAM-04", "KV-04", "VMS-06", "VMS-08"),
                List.copyOf(idle),
                "no federated credential, vault secret or extension is declared");
    }
}
