package atelier.sandbox.http;

import atelier.sandbox.access.AccessControl;
import atelier.sandbox.access.Operation;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.token.Caller;

/** A request to ARM whose sender is known, and what the sender may do at this moment. */
record Call(Request request, Caller caller, AccessControl access) {

    boolean may(String action, String scope) {
        return access.allows(caller.objectId(), Operation.action(action), scope);
    }

    /** AuthorizationFailed, 403; documented: azure-docs role-based-access-control/troubleshooting. Judged before existence. */
    void needs(String action, String scope) throws ArmError {
        if (!may(action, scope)) {
            throw new ArmError(
                    403,
                    "AuthorizationFailed",
                    ("The client '%1$s' with object id '%1$s' does not have authorization to perform action '%2$s' over scope "
                            + "'%3$s' or the scope is invalid. If access was recently granted, please refresh your credentials.")
                                    .formatted(caller.objectId(), action, scope));
        }
    }
}
