package atelier.components;

import static atelier.components.Machines.ADA;
import static atelier.components.Machines.COMPUTE;
import static atelier.components.Machines.GRACE;
import static atelier.components.Machines.NOVEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.RecordingMocks;
import atelier.testing.Registration;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** That the budget's start is ignored after creation is a resource option, which mocks do not see. */
class GuardrailsTest {
    @Test
    void onlyTheSizesOfWorkstationsAreAllowedInTheComputeGroup() {
        Registration policy = Machines.of(GRACE, ADA).deployed().recorded().only("PolicyAssignment");
        assertEquals(
                "[\"Standard_D8s_v5\",\"Standard_NC4as_T4_v3\"]",
                policy.input("parameters.listOfAllowedSKUs.value").toString());
        assertEquals(COMPUTE, policy.text("scope"));
        assertEquals(
                "/providers/Microsoft.Authorization/policyDefinitions/cccc23c7-8427-4f53-ad12-b6a63eb452b3",
                policy.text("policyDefinitionId"));
        assertEquals("Default", policy.text("enforcementMode"));
    }

    @Test
    void withoutWorkstationsNoSizeIsAllowed() {
        Registration policy = Machines.of().deployed().recorded().only("PolicyAssignment");
        assertEquals("[]", policy.input("parameters.listOfAllowedSKUs.value").toString());
    }

    @Test
    void theBudgetWatchesBothGroups() {
        Registration budget = budget(NOVEMBER);
        assertEquals("/subscriptions/" + RecordingMocks.SUBSCRIPTION_ID, budget.text("scope"));
        assertEquals(4000, budget.input("amount").intValue());
        assertEquals("Monthly", budget.text("timeGrain"));
        assertEquals("Cost", budget.text("category"));
        assertEquals("ResourceGroupName", budget.text("filter.dimensions.name"));
        assertEquals("In", budget.text("filter.dimensions.operator"));
        assertEquals(
                "[\"atelier-vision-compute\",\"atelier-vision-data\"]",
                budget.input("filter.dimensions.values").toString());
    }

    @Test
    void theContactsHearThreeTimes() {
        Registration budget = budget(NOVEMBER);
        assertEquals(3, budget.input("notifications").size());
        String rest = " true GreaterThanOrEqualTo [\"ml-platform@example.com\"]";
        assertEquals("80 Actual" + rest, notification(budget, "actual80"));
        assertEquals("100 Actual" + rest, notification(budget, "actual100"));
        assertEquals("100 Forecasted" + rest, notification(budget, "forecast100"));
    }

    @Test
    void theBudgetStartsOnTheFirstOfTheMonthInUtc() {
        assertEquals("2026-11-01T00:00:00Z", budget(NOVEMBER).text("timePeriod.startDate"));
        Clock decemberAlready = Clock.fixed(Instant.parse("2026-11-30T22:30:00Z"), ZoneId.of("Europe/Helsinki"));
        assertEquals("2026-11-01T00:00:00Z", budget(decemberAlready).text("timePeriod.startDate"));
    }

    private static Registration budget(Clock clock) {
        return Machines.of(GRACE).at(clock).deployed().recorded().only("Budget");
    }

    private static String notification(Registration budget, String name) {
        String path = "notifications." + name + ".";
        return budget.text(path + "threshold") + " " + budget.text(path + "thresholdType") + " " + budget.text(path + "enabled")
                + " " + budget.text(path + "operator") + " " + budget.input(path + "contactEmails");
    }
}
