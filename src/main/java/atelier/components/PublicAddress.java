package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.PublicIPAddressArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressSkuArgs;
import com.pulumi.resources.Resource;

/** A fixed public address of the network's own equipment; nothing listens on it but what it is made for. */
final class PublicAddress {
    private PublicAddress() {}

    static PublicIPAddress of(String name, String what, Site site, ResourceGroups groups, Resource parent) {
        return new PublicIPAddress(
                name,
                PublicIPAddressArgs.builder()
                        .publicIpAddressName(site.names().network(what))
                        .resourceGroupName(groups.computeName())
                        .location(site.region().name())
                        .sku(PublicIPAddressSkuArgs.builder().name("Standard").tier("Regional").build())
                        .publicIPAllocationMethod("Static")
                        .publicIPAddressVersion("IPv4")
                        .tags(Tags.shared(site.team()))
                        .build(),
                ChildOptions.of(parent));
    }
}
