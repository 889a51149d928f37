package atelier.sandbox.azurenative;

/** One difference between old and new inputs. */
public record Change(String path, Kind kind, boolean replaces) {
    /** What happens to the value at the path. */
    public enum Kind { ADD, DELETE, UPDATE }
}
