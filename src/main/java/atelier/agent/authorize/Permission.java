package atelier.agent.authorize;

import java.util.List;

/** One element of a role's permissions: what it allows, and what of that it leaves out again. */
record Permission(List<String> actions, List<String> notActions) {
    Permission {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
    }

    boolean allows(Operation operation) {
        return actions.stream().anyMatch(operation::matches) && notActions.stream().noneMatch(operation::matches);
    }
}
