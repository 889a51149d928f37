package atelier.agent.machine;

import java.io.IOException;

/** Resource Manager refused; the message carries its code and its words, never a token. */
public final class ArmException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ArmException(int status, String code, String message) {
        super("Azure answered " + status + " " + code + ": " + message);
        this.status = status;
        this.code = code;
    }

    /** Its HTTP status. */
    public int status() {
        return status;
    }

    /** Resource Manager's own code, such as {@code AuthorizationFailed}. */
    public String code() {
        return code;
    }
}
