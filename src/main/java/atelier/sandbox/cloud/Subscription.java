package atelier.sandbox.cloud;

/**
 * The simulated subscription and who is signed in to it; all four are GUIDs.
 *
 * @param clientId the application that the principal signed in with
 * @param objectId the signed-in principal in the directory
 */
public record Subscription(String subscriptionId, String tenantId, String clientId, String objectId) {}
