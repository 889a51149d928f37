package atelier.testing.engine;

/**
 * What a policy pack reported of a resource.
 *
 * @param pack the pack's name
 * @param policy the policy's name, as in {@code sto-01-https-only}
 * @param level mandatory or advisory
 * @param resource the Pulumi name
 */
public record Violation(String pack, String policy, String level, String resource, String message) {}
