package atelier.catalog;

/** Something that costs money every month whether anybody works or not. */
public enum Service {
    BASTION("bastion", "Bastion"),
    NAT_GATEWAY("natGateway", "NAT gateway"),
    PRIVATE_ENDPOINT("privateEndpoint", "private endpoint"),
    PUBLIC_ADDRESS("publicAddress", "public address"),
    REGISTRY("registry", "container registry (Premium)");

    private final String id;
    private final String title;

    Service(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name in the price file. */
    String id() {
        return id;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
