package atelier.components;

import atelier.model.VmSize;
import com.pulumi.azurenative.authorization.PolicyAssignment;
import com.pulumi.azurenative.authorization.PolicyAssignmentArgs;
import com.pulumi.azurenative.authorization.inputs.ParameterValuesValueArgs;
import com.pulumi.azurenative.consumption.Budget;
import com.pulumi.azurenative.consumption.BudgetArgs;
import com.pulumi.azurenative.consumption.enums.BudgetOperatorType;
import com.pulumi.azurenative.consumption.enums.CategoryType;
import com.pulumi.azurenative.consumption.enums.OperatorType;
import com.pulumi.azurenative.consumption.enums.ThresholdType;
import com.pulumi.azurenative.consumption.enums.TimeGrainType;
import com.pulumi.azurenative.consumption.inputs.BudgetComparisonExpressionArgs;
import com.pulumi.azurenative.consumption.inputs.BudgetFilterArgs;
import com.pulumi.azurenative.consumption.inputs.BudgetTimePeriodArgs;
import com.pulumi.azurenative.consumption.inputs.NotificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What keeps spending in bounds outside of this program: only declared sizes may be made in the compute group, and the team's
 * contacts hear when the month's money runs out. Azure cannot cap core quota per resource group, so this is the nearest thing.
 */
public final class Guardrails extends ComponentResource {
    /**
     * "Allowed virtual machine size SKUs":
     * https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#compute
     */
    private static final String ALLOWED_SIZES_POLICY =
            "/providers/Microsoft.Authorization/policyDefinitions/cccc23c7-8427-4f53-ad12-b6a63eb452b3";

    private final PolicyAssignment allowedSizes;

    /**
     * @param sizes those of all declared workstations; with none, no machine may be made
     * @param monthlyBudget in the currency of the subscription's billing account
     * @param clock tells the month in which the budget starts; only its creation looks at it
     */
    public record Args(Site site, ResourceGroups groups, SortedSet<VmSize> sizes, int monthlyBudget, Clock clock) {
        public Args {
            sizes = new TreeSet<>(sizes);
        }
    }

    public Guardrails(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Guardrails", name, options);
        this.allowedSizes = allowedSizes(name, args);
        Budget budget = budget(name, args);
        registerOutputs(Map.of("allowedSizesId", allowedSizes.id(), "budgetId", budget.id()));
    }

    /** What every machine depends on: a new size has to be allowed before a machine has it. */
    public Resource allowedSizes() {
        return allowedSizes;
    }

    private PolicyAssignment allowedSizes(String name, Args args) {
        return new PolicyAssignment(
                name + "-allowed-sizes",
                PolicyAssignmentArgs.builder()
                        .policyAssignmentName(args.site().names().allowedSizes())
                        .scope(args.groups().computeId())
                        .displayName("Only the sizes of declared workstations")
                        .policyDefinitionId(ALLOWED_SIZES_POLICY)
                        .parameters(Map.of(
                                "listOfAllowedSKUs",
                                ParameterValuesValueArgs.builder()
                                        .value(args.sizes().stream().map(VmSize::name).toList())
                                        .build()))
                        .build(),
                ChildOptions.of(this));
    }

    private Budget budget(String name, Args args) {
        return new Budget(
                name + "-budget",
                BudgetArgs.builder()
                        .budgetName(args.site().names().budget())
                        .scope(Output.format("/subscriptions/%s", args.site().subscriptionId()))
                        .category(CategoryType.Cost)
                        .amount((double) args.monthlyBudget())
                        .timeGrain(TimeGrainType.Monthly)
                        .timePeriod(BudgetTimePeriodArgs.builder().startDate(thisMonth(args.clock())).build())
                        .filter(groupsOnly(args.groups()))
                        .notifications(Map.of(
                                "actual80", notification(args, 80, ThresholdType.Actual),
                                "actual100", notification(args, 100, ThresholdType.Actual),
                                "forecast100", notification(args, 100, ThresholdType.Forecasted)))
                        .build(),
                // Azure neither changes a start date nor accepts one of a past month; it stays what it was at creation.
                CustomResourceOptions.builder().parent(this).ignoreChanges("timePeriod").build());
    }

    private static String thisMonth(Clock clock) {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC)).atDay(1) + "T00:00:00Z";
    }

    private static BudgetFilterArgs groupsOnly(ResourceGroups groups) {
        return BudgetFilterArgs.builder()
                .dimensions(BudgetComparisonExpressionArgs.builder()
                        .name("ResourceGroupName")
                        .operator(BudgetOperatorType.In)
                        .values(Output.all(groups.computeName(), groups.dataName()))
                        .build())
                .build();
    }

    private static NotificationArgs notification(Args args, int percent, ThresholdType type) {
        return NotificationArgs.builder()
                .enabled(true)
                .operator(OperatorType.GreaterThanOrEqualTo)
                .threshold((double) percent)
                .thresholdType(type)
                .contactEmails(args.site().team().contacts())
                .build();
    }
}
