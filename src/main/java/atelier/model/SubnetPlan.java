package atelier.model;

/**
 * How the team's address space is divided: a quarter each for workstations, clusters and private endpoints, and the first
 * /26 of the last quarter for Bastion, the size Azure asks for.
 */
public record SubnetPlan(Cidr workstations, Cidr clusters, Cidr endpoints, Cidr bastion) {
    /** The longest prefix of an address space whose quarters are as large as Bastion's subnet. */
    public static final int LONGEST_PREFIX = 24;

    private static final int BASTION_PREFIX = 26;

    /** Divides an address space with a prefix of at most {@link #LONGEST_PREFIX}. */
    public static SubnetPlan of(Cidr addressSpace) {
        int quarter = addressSpace.prefix() + 2;
        return new SubnetPlan(
                addressSpace.subnet(quarter, 0),
                addressSpace.subnet(quarter, 1),
                addressSpace.subnet(quarter, 2),
                addressSpace.subnet(quarter, 3).subnet(BASTION_PREFIX, 0));
    }
}
