package atelier.sandbox.token;

import java.util.Map;

/**
 * What a token is to say.
 *
 * @param audience whom it is for, such as {@code https://management.azure.com/}
 * @param objectId who gets it
 * @param applicationId the client id of the application or identity that asks
 * @param tenantId whose token it is
 * @param more further claims
 */
public record Grant(String audience, String objectId, String applicationId, String tenantId, Map<String, String> more) {
    public Grant {
        more = Map.copyOf(more);
    }
}
