package atelier.components;

import atelier.catalog.WindowsTimeZones;
import atelier.model.Schedule;
import atelier.naming.Tags;
import com.pulumi.azurenative.logic.Workflow;
import com.pulumi.azurenative.logic.WorkflowArgs;
import com.pulumi.azurenative.logic.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.logic.enums.WorkflowState;
import com.pulumi.azurenative.logic.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/**
 * Starts and stops one workstation by the clock: a Logic App whose identity may do that to this one machine and nothing else.
 *
 * <p>The identity is a resource of its own and not the Logic App's, so that a changed schedule updates the Logic App and
 * leaves its right alone.
 */
public final class PowerSchedule extends ComponentResource {
    /**
     * @param tags those of the workstation
     * @param weekly in a time zone that Windows knows, which preflight has seen to
     * @param machineId ARM id of the virtual machine
     */
    public record Args(
            Site site,
            ResourceGroups groups,
            atelier.model.Workstation workstation,
            Map<String, String> tags,
            Schedule.Weekly weekly,
            Roles roles,
            Output<String> machineId) {
        public Args {
            tags = Map.copyOf(tags);
        }

        private String called(String what) {
            return site.names().ofWorkstation(workstation.name(), what);
        }
    }

    public PowerSchedule(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:PowerSchedule", name, options);
        ManagedIdentity identity = ManagedIdentity.of(identity(name, args));
        Workflow workflow = workflow(name, args, identity);
        new Grant(
                        name + "-machine",
                        args.roles().definitionId(CustomRole.SCHEDULE),
                        args.machineId(),
                        Principal.identity(identity),
                        "Starts and stops this machine by the clock.")
                .declare(args.site(), this);
        registerOutputs(Map.of("id", workflow.id()));
    }

    private UserAssignedIdentity identity(String name, Args args) {
        return new UserAssignedIdentity(
                name + "-identity",
                UserAssignedIdentityArgs.builder()
                        .resourceName(args.called("schedule"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .tags(Tags.identityOf(args.site().team(), args.workstation()))
                        .build(),
                ChildOptions.of(this));
    }

    private Workflow workflow(String name, Args args, ManagedIdentity identity) {
        return new Workflow(
                name,
                WorkflowArgs.builder()
                        .workflowName(args.called("schedule"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .state(WorkflowState.Enabled)
                        .identity(ManagedServiceIdentityArgs.builder()
                                .type(ManagedServiceIdentityType.UserAssigned)
                                .userAssignedIdentities(Output.all(identity.id()))
                                .build())
                        .definition(Output.tuple(args.site().subscriptionId(), args.groups().computeName(), identity.id())
                                .applyValue(known -> definition(args, machine(args, known.t1, known.t2), known.t3)))
                        .tags(args.tags())
                        .build(),
                ChildOptions.of(this));
    }

    // Not the machine's id output: that is unknown while a machine is made again, and the address stays the same.
    private static String machine(Args args, String subscriptionId, String group) {
        return "/subscriptions/" + subscriptionId + "/resourceGroups/" + group
                + "/providers/Microsoft.Compute/virtualMachines/"
                + args.site().names().virtualMachine(args.workstation().name());
    }

    private static Object definition(Args args, String machine, String identityId) {
        String timeZone = WindowsTimeZones.nameOf(args.weekly().timeZone()).orElseThrow();
        return new PowerWorkflow(args.weekly(), timeZone, machine, identityId).definition();
    }
}
