package atelier.sandbox.cloud;

/**
 * Somebody who can sign in.
 *
 * @param objectId who it is in the tenant
 * @param userPrincipalName the name to sign in with, such as {@code ada@example.com}
 * @param tenantId whose directory has the account
 */
public record Person(String objectId, String name, String userPrincipalName, String tenantId) {}
