package atelier.components;

import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.core.Output;

/**
 * A user-assigned managed identity, as others refer to it.
 *
 * @param id its ARM id, by which it is attached
 * @param principalId its object id in the directory, by which it gets roles
 * @param clientId its application id, by which a token is asked for
 */
public record ManagedIdentity(Output<String> id, Output<String> principalId, Output<String> clientId) {
    static ManagedIdentity of(UserAssignedIdentity identity) {
        // In a preview only the id of a new resource tells where it comes from; policies have to see whom a role is given to.
        Output<String> principalId = identity.id().apply(id -> identity.principalId());
        return new ManagedIdentity(identity.id(), principalId, identity.clientId());
    }
}
