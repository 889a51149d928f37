package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.network.PrivateDnsZoneGroup;
import com.pulumi.azurenative.network.PrivateDnsZoneGroupArgs;
import com.pulumi.azurenative.network.PrivateEndpoint;
import com.pulumi.azurenative.network.PrivateEndpointArgs;
import com.pulumi.azurenative.network.PrivateZone;
import com.pulumi.azurenative.network.PrivateZoneArgs;
import com.pulumi.azurenative.network.VirtualNetworkLink;
import com.pulumi.azurenative.network.VirtualNetworkLinkArgs;
import com.pulumi.azurenative.network.inputs.PrivateDnsZoneConfigArgs;
import com.pulumi.azurenative.network.inputs.PrivateLinkServiceConnectionArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The only way to workspace, files, vault and registry: an address of the team's own network for each, under its usual name. */
public final class PrivateEndpoints extends ComponentResource {
    public record Args(
            Site site,
            ResourceGroups groups,
            Network network,
            Workspace workspace,
            UserFiles files,
            Vault vault,
            ContainerRegistry registry) {}

    /**
     * Something to reach privately. Zones: https://learn.microsoft.com/azure/private-link/private-endpoint-dns
     *
     * @param what names it here
     * @param subresource which of the resource's services, in Azure's words
     * @param zones the DNS zones in which Azure writes its names
     */
    private record Target(String what, Output<String> id, String subresource, List<Zone> zones) {}

    /** A DNS zone by what it is called here and by its domain. */
    private record Zone(String what, String domain) {}

    public PrivateEndpoints(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:PrivateEndpoints", name, options);
        // One after another and after the peerings, because Azure refuses a change to a network on which another is under way.
        List<Resource> before = args.network().peerings();
        for (Target target : targets(args)) {
            before = List.of(reach(name, target, before, args));
        }
        registerOutputs(Map.of());
    }

    private static List<Target> targets(Args args) {
        Output<String> account = args.files().accountId();
        return List.of(
                new Target("file", account, "file", List.of(new Zone("file", "privatelink.file.core.windows.net"))),
                new Target("blob", account, "blob", List.of(new Zone("blob", "privatelink.blob.core.windows.net"))),
                new Target(
                        "vault", args.vault().id(), "vault", List.of(new Zone("vault", "privatelink.vaultcore.azure.net"))),
                new Target(
                        "registry", args.registry().id(), "registry", List.of(new Zone("registry", "privatelink.azurecr.io"))),
                new Target(
                        "workspace",
                        args.workspace().id(),
                        "amlworkspace",
                        List.of(
                                new Zone("api", "privatelink.api.azureml.ms"),
                                new Zone("notebooks", "privatelink.notebooks.azure.net"))));
    }

    private Resource reach(String name, Target target, List<Resource> before, Args args) {
        List<Resource> links = new ArrayList<>();
        List<PrivateDnsZoneConfigArgs> configs = new ArrayList<>();
        for (Zone wanted : target.zones()) {
            PrivateZone zone = zone(name + "-" + wanted.what() + "-zone", wanted.domain(), args);
            links.add(link(name + "-" + wanted.what() + "-link", zone, args));
            configs.add(PrivateDnsZoneConfigArgs.builder().name(wanted.what()).privateDnsZoneId(zone.id()).build());
        }
        PrivateEndpoint endpoint = endpoint(name, target, before, args);
        return zoneGroup(name, target, endpoint, configs, links, args);
    }

    private PrivateZone zone(String name, String domain, Args args) {
        return new PrivateZone(
                name,
                PrivateZoneArgs.builder()
                        .privateZoneName(domain)
                        .resourceGroupName(args.groups().computeName())
                        .location("global")
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private VirtualNetworkLink link(String name, PrivateZone zone, Args args) {
        return new VirtualNetworkLink(
                name,
                VirtualNetworkLinkArgs.builder()
                        .virtualNetworkLinkName(args.site().names().network("link"))
                        .privateZoneName(zone.name())
                        .resourceGroupName(args.groups().computeName())
                        .location("global")
                        .registrationEnabled(false)
                        .virtualNetwork(SubResourceArgs.builder().id(args.network().virtualNetworkId()).build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private PrivateEndpoint endpoint(String name, Target target, List<Resource> before, Args args) {
        String physicalName = args.site().names().network(target.what() + "-endpoint");
        return new PrivateEndpoint(
                name + "-" + target.what() + "-endpoint",
                PrivateEndpointArgs.builder()
                        .privateEndpointName(physicalName)
                        .customNetworkInterfaceName(args.site().names().network(target.what() + "-endpoint-nic"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .subnet(SubnetArgs.builder().id(args.network().endpointsSubnetId()).build())
                        .privateLinkServiceConnections(PrivateLinkServiceConnectionArgs.builder()
                                .name(physicalName)
                                .privateLinkServiceId(target.id())
                                .groupIds(target.subresource())
                                .build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this, before.toArray(Resource[]::new)));
    }

    private PrivateDnsZoneGroup zoneGroup(
            String name,
            Target target,
            PrivateEndpoint endpoint,
            List<PrivateDnsZoneConfigArgs> configs,
            List<Resource> links,
            Args args) {
        return new PrivateDnsZoneGroup(
                name + "-" + target.what() + "-zone-group",
                PrivateDnsZoneGroupArgs.builder()
                        .privateDnsZoneGroupName("default")
                        .privateEndpointName(endpoint.name())
                        .resourceGroupName(args.groups().computeName())
                        .privateDnsZoneConfigs(configs)
                        .build(),
                ChildOptions.of(this, links.toArray(Resource[]::new)));
    }
}
