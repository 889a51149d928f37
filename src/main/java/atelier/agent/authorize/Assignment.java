package atelier.agent.authorize;

/**
 * A role that a person holds on the workspace, by name, through a group, or from a scope above.
 *
 * @param conditional whether it holds only under a condition, which nobody here can judge: it then counts for nothing
 */
record Assignment(String id, Role role, boolean conditional) {
    boolean allows(Operation operation) {
        return !conditional && role.allows(operation);
    }
}
