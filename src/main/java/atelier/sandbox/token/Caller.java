package atelier.sandbox.token;

/**
 * Who sends a request, as the verified token says.
 *
 * @param objectId the user or the managed identity in the directory
 * @param tenantId whose token it is
 */
public record Caller(String objectId, String tenantId) {}
