package atelier.components;

import java.util.List;
import java.util.stream.Stream;

/**
 * The roles that Azure does not have: each names what its holder may do, action by action, and nothing beside it.
 *
 * <p>Actions: https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */
public enum CustomRole {
    /** For people who use workstations. Assigned on the compute group and, for opening, on the workspace. */
    WORKSTATION_USER(
            "workstation user",
            "Open, start, stop and restart workstations; not create, change or delete them.",
            Reach.BOTH_GROUPS,
            join(
                    List.of("Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action"),
                    Actions.RUN_MACHINES)),

    /** For people who keep workstations running but have no business in them. */
    WORKSTATION_OPERATOR(
            "workstation operator",
            "Start, stop and restart workstations; not open, create, change or delete them.",
            Reach.COMPUTE_GROUP,
            Actions.RUN_MACHINES),

    /** For users' code on a workstation: a data scientist without keys, tokens and the secrets of datastores. */
    NOTEBOOK(
            "notebook",
            "Run experiments and keep data, models and environments in the workspace; never list keys or secrets.",
            Reach.DATA_GROUP,
            Actions.EXPERIMENT,
            Actions.SECRETS_BY_READ),

    /** For the workspace's own identity, on each single resource that it works with. */
    WORKSPACE(
            "workspace",
            "What the workspace does with its storage account, vault, registry and Application Insights.",
            Reach.DATA_GROUP,
            Actions.SERVE_WORKSPACE),

    /** For the agent of one workstation, on its own machine. */
    AGENT_STOP("agent stop", "Deallocate the one machine it is assigned on.", Reach.COMPUTE_GROUP, Actions.STOP_MACHINE),

    /** For the agent of one workstation, on the storage account. */
    AGENT_MOUNT(
            "agent files",
            "Fetch the account's key to mount the share.",
            Reach.DATA_GROUP,
            List.of("Microsoft.Storage/storageAccounts/listKeys/action")),

    /** For the agent of one workstation, on the workspace. */
    AGENT_AUTHORIZE(
            "agent applications",
            "Read who may open applications.",
            Reach.DATA_GROUP,
            List.of("Microsoft.Authorization/roleAssignments/read", "Microsoft.Authorization/roleDefinitions/read")),

    /** For the schedule of one workstation, on its machine. */
    SCHEDULE(
            "schedule",
            "Start and deallocate the one machine it is assigned on.",
            Reach.COMPUTE_GROUP,
            join(Actions.STOP_MACHINE, List.of("Microsoft.Compute/virtualMachines/start/action")));

    /** The resource groups in which a role can be assigned. */
    enum Reach {
        DATA_GROUP,
        COMPUTE_GROUP,
        BOTH_GROUPS
    }

    private final String purpose;
    private final String description;
    private final Reach reach;
    private final List<String> actions;
    private final List<String> notActions;

    CustomRole(String purpose, String description, Reach reach, List<String> actions) {
        this(purpose, description, reach, actions, List.of());
    }

    CustomRole(String purpose, String description, Reach reach, List<String> actions, List<String> notActions) {
        this.purpose = purpose;
        this.description = description;
        this.reach = reach;
        this.actions = List.copyOf(actions);
        this.notActions = List.copyOf(notActions);
    }

    /** What tells it from the stack's other roles, in words. */
    public String purpose() {
        return purpose;
    }

    String description() {
        return description;
    }

    Reach reach() {
        return reach;
    }

    List<String> actions() {
        return actions;
    }

    List<String> notActions() {
        return notActions;
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
