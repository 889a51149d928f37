package atelier.sandbox.cloud;

/**
 * A failure that azure.yaml asks for.
 *
 * @param action whose requests fail; may have wildcards
 * @param status the HTTP status of the answer
 * @param code ARM's error code
 * @param times how many requests fail
 */
public record Fault(String action, int status, String code, int times) {}
