package atelier.sandbox.cloud;

/**
 * An app registration that people sign in to.
 *
 * @param clientId what a sign-in request names it by
 * @param trusts the name of the managed identity whose tokens it takes instead of a secret
 */
public record Application(String clientId, String trusts) {}
