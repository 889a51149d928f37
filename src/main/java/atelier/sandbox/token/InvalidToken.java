package atelier.sandbox.token;

/** A bearer token that is not accepted: ARM's error code and text. */
public final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    InvalidToken(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Such as {@code ExpiredAuthenticationToken}. */
    public String code() {
        return code;
    }
}
