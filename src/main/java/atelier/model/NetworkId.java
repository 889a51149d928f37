package atelier.model;

/** The ARM id of a virtual network that somebody else declares. */
public record NetworkId(String value) implements Comparable<NetworkId> {
    private static final String FORM =
            "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/]{1,90}/providers/Microsoft\\.Network/virtualNetworks/[^/]{2,64}";

    public NetworkId {
        Invalid.unless(
                value.matches("(?i)" + FORM),
                value,
                "the id of a virtual network: /subscriptions/<guid>/resourceGroups/<group>/providers/"
                        + "Microsoft.Network/virtualNetworks/<name>");
    }

    /** The last segment of the id. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The resource group's name. */
    public String resourceGroup() {
        return value.split("/")[4];
    }

    /** The subscription's GUID. */
    public String subscriptionId() {
        return value.split("/")[2];
    }

    @Override
    public int compareTo(NetworkId other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
