package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.network.BastionHost;
import com.pulumi.azurenative.network.BastionHostArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.inputs.BastionHostIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.SkuArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** The way in for people without a network of their own: Azure Bastion, through which the CLI opens tunnels. */
public final class Bastion extends ComponentResource {
    /** @param subnetId the ARM id of the subnet that Azure reserves for Bastion */
    public record Args(Site site, ResourceGroups groups, Output<String> subnetId) {}

    public Bastion(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Bastion", name, options);
        registerOutputs(Map.of("hostName", host(name, args).name()));
    }

    private BastionHost host(String name, Args args) {
        PublicIPAddress address = PublicAddress.of(name + "-ip", "bastion-ip", args.site(), args.groups(), this);
        return new BastionHost(
                name + "-host",
                BastionHostArgs.builder()
                        .bastionHostName(args.site().names().network("bastion"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        // Tunnels exist in this tier only.
                        .sku(SkuArgs.builder().name("Standard").build())
                        .scaleUnits(2)
                        .enableTunneling(true)
                        .ipConfigurations(BastionHostIPConfigurationArgs.builder()
                                .name("bastion")
                                .subnet(SubResourceArgs.builder().id(args.subnetId()).build())
                                .publicIPAddress(SubResourceArgs.builder().id(address.id()).build())
                                .build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }
}
