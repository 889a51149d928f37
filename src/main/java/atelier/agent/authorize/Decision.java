package atelier.agent.authorize;

import java.util.Optional;

/**
 * What was decided about one person.
 *
 * @param assignment the role assignment that allowed it; absent when nothing did
 */
record Decision(Reason reason, Optional<Assignment> assignment) {

    /** Why. */
    enum Reason {
        MAY_OPEN(true, "may open applications, and the workstation is shared"),
        OWNER(true, "owns the workstation and may open applications"),
        ADMINISTRATOR(true, "is an administrator"),
        NO_PERMISSION(false, "no role on the workspace allows to open applications"),
        CONDITIONAL(false, "the only role that allows to open applications has a condition, and conditions are not evaluated"),
        NOT_OWNER(false, "the workstation belongs to someone else"),
        OTHER_TENANT(false, "signed in to another directory"),
        UNKNOWN_RIGHTS(false, "Azure could not be asked"),
        UNKNOWN_MACHINE(false, "the workstation does not know yet whose it is");

        private final boolean allowed;
        private final String words;

        Reason(boolean allowed, String words) {
            this.allowed = allowed;
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether trying again later may help although nobody changes a role. */
        boolean passing() {
            return this == UNKNOWN_RIGHTS || this == UNKNOWN_MACHINE;
        }
    }

    static Decision of(Reason reason) {
        return new Decision(reason, Optional.empty());
    }

    boolean allowed() {
        return reason.allowed;
    }
}
