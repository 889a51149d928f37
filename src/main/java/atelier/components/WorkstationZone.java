package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.network.PrivateZone;
import com.pulumi.azurenative.network.PrivateZoneArgs;
import com.pulumi.azurenative.network.VirtualNetworkLink;
import com.pulumi.azurenative.network.VirtualNetworkLinkArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/**
 * The private DNS zone in which workstations without public addresses are found, linked to the team's network.
 *
 * <p>Inside the network the whole zone is answered from here, also names of that domain that are public elsewhere. Each
 * workstation declares its own record, so Azure registers none by itself.
 */
public final class WorkstationZone extends ComponentResource {
    /** Zones belong to no region, and Azure refuses the group's, which the provider would fill in. */
    private static final String NO_REGION = "global";

    private final PrivateZone zone;

    /** @param zone a DNS name of at least two labels */
    public record Args(Site site, ResourceGroups groups, Output<String> virtualNetworkId, String zone) {}

    public WorkstationZone(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:WorkstationZone", name, options);
        this.zone = zone(name, args);
        link(name, args);
        registerOutputs(Map.of("id", zone.id()));
    }

    public Output<String> name() {
        return zone.name();
    }

    private PrivateZone zone(String name, Args args) {
        return new PrivateZone(
                name,
                PrivateZoneArgs.builder()
                        .privateZoneName(args.zone())
                        .resourceGroupName(args.groups().computeName())
                        .location(NO_REGION)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private void link(String name, Args args) {
        new VirtualNetworkLink(
                name + "-link",
                VirtualNetworkLinkArgs.builder()
                        .virtualNetworkLinkName(args.site().names().network("workstations"))
                        .privateZoneName(zone.name())
                        .resourceGroupName(args.groups().computeName())
                        .location(NO_REGION)
                        .virtualNetwork(SubResourceArgs.builder().id(args.virtualNetworkId()).build())
                        .registrationEnabled(false)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }
}
