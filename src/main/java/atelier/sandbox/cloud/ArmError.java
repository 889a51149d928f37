package atelier.sandbox.cloud;

/**
 * Azure Resource Manager's answer to a request that it refuses: HTTP status, error code and text.
 *
 * <p>Codes: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
public final class ArmError extends Exception {
    private static final long serialVersionUID = 1L;
    private final int http;
    private final String code;

    public ArmError(int http, String code, String message) {
        super(message, null, false, false);
        this.http = http;
        this.code = code;
    }

    static ArmError badRequest(String code, String message) {
        return new ArmError(400, code, message);
    }

    static ArmError conflict(String code, String message) {
        return new ArmError(409, code, message);
    }

    /** The HTTP status, such as 409. */
    public int http() {
        return http;
    }

    /** The error code, such as {@code PropertyChangeNotAllowed}. */
    public String code() {
        return code;
    }

    /** The text that ARM shows to people. */
    public String message() {
        return getMessage();
    }

    @Override
    public String toString() {
        return http + " " + code + ": " + getMessage();
    }
}
