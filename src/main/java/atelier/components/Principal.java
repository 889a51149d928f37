package atelier.components;

import atelier.model.ObjectId;
import com.pulumi.core.Output;

/**
 * Whom a role is given to.
 *
 * @param id object id in the directory
 * @param type Azure's word for its kind; without it a new identity is looked up before the directory knows it
 */
public record Principal(Output<String> id, String type) {
    public static Principal group(ObjectId group) {
        return new Principal(Output.of(group.value()), "Group");
    }

    public static Principal identity(ManagedIdentity identity) {
        return new Principal(identity.principalId(), "ServicePrincipal");
    }
}
