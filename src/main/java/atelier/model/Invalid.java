package atelier.model;

/** A text that cannot become a model value; the message says what is allowed, never the text itself. */
public final class Invalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String value;

    public Invalid(String value, String allowed) {
        super(allowed);
        this.value = value;
    }

    static void unless(boolean valid, Object value, String allowed) {
        if (!valid) {
            throw new Invalid(String.valueOf(value), allowed);
        }
    }

    /** The refused text as it was given. */
    public String value() {
        return value;
    }

    /** What would have been accepted, as a noun phrase that fits after "allowed: ". */
    public String allowed() {
        return getMessage();
    }
}
