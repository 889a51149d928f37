package atelier.sandbox.cloud;

/** The id of a configuration that ties an address to a resource. */
final class IpConfigurations {
    private IpConfigurations() {}

    static ArmId id(Resource resource, String name) {
        boolean bastion = resource.armId().isType(BastionHosts.TYPE);
        return resource.armId().child(bastion ? "bastionHostIpConfigurations" : "ipConfigurations", name);
    }
}
