package atelier.agent.authorize;

import java.util.Locale;

/**
 * An operation of Azure that a role may allow.
 *
 * <p>Names: https://learn.microsoft.com/azure/role-based-access-control/permissions/ai-machine-learning
 */
enum Operation {
    /** Open the applications of a workstation. */
    OPEN("Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action"),

    /**
     * Change the workspace itself; whoever may is an administrator and opens the workstations of others. Of the built-in roles
     * only Owner and Contributor allow it: decision 33.
     */
    ADMINISTER("Microsoft.MachineLearningServices/workspaces/write");

    private final String id;

    Operation(String id) {
        this.id = id;
    }

    /** As roles name it. */
    String id() {
        return id;
    }

    /**
     * Whether a pattern of a role covers it: letters in any case, {@code *} for any text, slashes included.
     *
     * <p>https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions
     */
    boolean matches(String pattern) {
        return matches(pattern.toLowerCase(Locale.ROOT).split("\\*", -1), id.toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String[] parts, String text) {
        if (parts.length == 1) {
            return parts[0].equals(text);
        }
        if (!text.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return text.length() - at >= last.length() && text.endsWith(last);
    }
}
