package atelier.sandbox.azurenative;

/** The name by which the engine knows a resource: {@code urn:pulumi:<stack>::<project>::<parents>$<type>::<name>}. */
public record Urn(String text) {
    /** The type token, such as {@code azure-native:compute:Disk}. */
    public String type() {
        String types = text.split("::", 4)[2];
        return types.substring(types.lastIndexOf('$') + 1);
    }

    /** The name that the program gave. */
    public String name() {
        return text.split("::", 4)[3];
    }
}
