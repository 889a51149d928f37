package atelier.sandbox.schema;

/** A resource type or function that azure-native 2.10.0 does not have, or that the sandbox does not simulate. */
public final class UnknownType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownType(String message) {
        super(message);
    }
}
