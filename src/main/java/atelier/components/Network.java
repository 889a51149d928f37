package atelier.components;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.NetworkId;
import atelier.model.ResourceName;
import atelier.model.SubnetPlan;
import atelier.model.Workstation;
import atelier.naming.Tags;
import com.pulumi.azurenative.network.ApplicationSecurityGroup;
import com.pulumi.azurenative.network.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.NatGateway;
import com.pulumi.azurenative.network.NatGatewayArgs;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.VirtualNetwork;
import com.pulumi.azurenative.network.VirtualNetworkArgs;
import com.pulumi.azurenative.network.VirtualNetworkPeering;
import com.pulumi.azurenative.network.VirtualNetworkPeeringArgs;
import com.pulumi.azurenative.network.inputs.AddressSpaceArgs;
import com.pulumi.azurenative.network.inputs.NatGatewaySkuArgs;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The team's virtual network: who can reach what in it, how it reaches out, and which networks it is joined with. */
public final class Network extends ComponentResource {
    private static final String WORKSTATIONS = "workstations";
    private static final String CLUSTERS = "clusters";
    private static final String ENDPOINTS = "endpoints";
    // Azure finds Bastion's subnet by this name.
    private static final String BASTION = "AzureBastionSubnet";

    private final SortedMap<ResourceName, ApplicationSecurityGroup> applicationSecurityGroups;
    private final VirtualNetwork network;
    private final List<Resource> peerings;

    /** @param workstations those that are deployed; each gets an application security group */
    public record Args(Site site, ResourceGroups groups, atelier.model.Network network, List<Workstation> workstations) {
        public Args {
            workstations = List.copyOf(workstations);
        }
    }

    public Network(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Network", name, options);
        this.applicationSecurityGroups = applicationSecurityGroups(name, args);
        this.network = virtualNetwork(name, args);
        if (args.network().bastion()) {
            bastion(name, args);
        }
        this.peerings = List.copyOf(peerings(name, args));
        registerOutputs(Map.of("virtualNetworkId", network.id()));
    }

    public Output<String> virtualNetworkId() {
        return network.id();
    }

    public Output<String> workstationsSubnetId() {
        return subnetId(WORKSTATIONS);
    }

    public Output<String> clustersSubnetId() {
        return subnetId(CLUSTERS);
    }

    public Output<String> endpointsSubnetId() {
        return subnetId(ENDPOINTS);
    }

    /** What changes the network after it was made; nothing else may change it meanwhile. */
    List<Resource> peerings() {
        return peerings;
    }

    /** The ARM id of a deployed workstation's application security group. */
    public Output<String> applicationSecurityGroupId(ResourceName workstation) {
        return Optional.ofNullable(applicationSecurityGroups.get(workstation))
                .orElseThrow(() -> new IllegalArgumentException(workstation + " is not a deployed workstation"))
                .id();
    }

    private SortedMap<ResourceName, ApplicationSecurityGroup> applicationSecurityGroups(String name, Args args) {
        SortedMap<ResourceName, ApplicationSecurityGroup> made = new TreeMap<>();
        for (Workstation workstation : args.workstations()) {
            made.put(workstation.name(), applicationSecurityGroup(name, workstation, args));
        }
        return Collections.unmodifiableSortedMap(made);
    }

    private ApplicationSecurityGroup applicationSecurityGroup(String name, Workstation workstation, Args args) {
        return new ApplicationSecurityGroup(
                name + "-" + workstation.name() + "-asg",
                ApplicationSecurityGroupArgs.builder()
                        .applicationSecurityGroupName(args.site().names().ofWorkstation(workstation.name(), "asg"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .tags(Tags.of(args.site().team(), workstation))
                        .build(),
                ChildOptions.of(this));
    }

    private VirtualNetwork virtualNetwork(String name, Args args) {
        return new VirtualNetwork(
                name + "-vnet",
                VirtualNetworkArgs.builder()
                        .virtualNetworkName(args.site().names().network("vnet"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .addressSpace(AddressSpaceArgs.builder()
                                .addressPrefixes(args.network().addressSpace().text())
                                .build())
                        .subnets(subnets(name, args))
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private List<SubnetArgs> subnets(String name, Args args) {
        SubnetPlan plan = SubnetPlan.of(args.network().addressSpace());
        SubResourceArgs nat = SubResourceArgs.builder().id(natGateway(name, args).id()).build();
        List<SecurityRuleArgs> workstations = WorkstationRules.forSubnet(
                args.workstations(), args.network(), plan, workstation -> applicationSecurityGroups.get(workstation).id());
        List<SubnetArgs> subnets = new ArrayList<>();
        subnets.add(guarded(name, WORKSTATIONS, plan.workstations(), workstations, args).natGateway(nat).build());
        subnets.add(guarded(name, CLUSTERS, plan.clusters(), SubnetRules.clusters(plan), args).natGateway(nat).build());
        subnets.add(guarded(name, ENDPOINTS, plan.endpoints(), SubnetRules.endpoints(), args)
                // Without this Azure would not apply the security group to the private endpoints.
                .privateEndpointNetworkPolicies("Enabled")
                .build());
        // There without a Bastion too: the engine updates before it deletes, so a Bastion switched off would still be in its
        // subnet when the network is told to drop it. No security group: Bastion closes itself, and one of ours would have to
        // let the Internet in.
        subnets.add(subnet(BASTION, plan.bastion()).build());
        return List.copyOf(subnets);
    }

    private SubnetArgs.Builder guarded(String name, String subnet, Cidr range, List<SecurityRuleArgs> rules, Args args) {
        return subnet(subnet, range)
                .networkSecurityGroup(com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs.builder()
                        .id(securityGroup(name, subnet, rules, args).id())
                        .build());
    }

    private static SubnetArgs.Builder subnet(String subnet, Cidr range) {
        return SubnetArgs.builder().name(subnet).addressPrefix(range.text()).privateEndpointNetworkPolicies("Disabled");
    }

    private NetworkSecurityGroup securityGroup(String name, String subnet, List<SecurityRuleArgs> rules, Args args) {
        return new NetworkSecurityGroup(
                name + "-" + subnet + "-nsg",
                NetworkSecurityGroupArgs.builder()
                        .networkSecurityGroupName(args.site().names().network(subnet + "-nsg"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .securityRules(rules)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private NatGateway natGateway(String name, Args args) {
        PublicIPAddress address = PublicAddress.of(name + "-nat-ip", "nat-ip", args.site(), args.groups(), this);
        return new NatGateway(
                name + "-nat",
                NatGatewayArgs.builder()
                        .natGatewayName(args.site().names().network("nat"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .sku(NatGatewaySkuArgs.builder().name("Standard").build())
                        .publicIpAddresses(SubResourceArgs.builder().id(address.id()).build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private void bastion(String name, Args args) {
        new Bastion(
                name + "-bastion",
                new Bastion.Args(args.site(), args.groups(), subnetId(BASTION)),
                ComponentResourceOptions.builder().parent(this).build());
    }

    // Our half only; whoever declares the other network declares theirs. One after another, because Azure refuses a peering
    // of a network on which another operation is running.
    private List<Resource> peerings(String name, Args args) {
        List<Resource> made = new ArrayList<>();
        if (args.network().exposure() instanceof Exposure.Private closed) {
            for (NetworkId remote : closed.peering().stream().sorted().toList()) {
                made.add(peering(name, remote, List.copyOf(made), args));
            }
        }
        return made;
    }

    private VirtualNetworkPeering peering(String name, NetworkId remote, List<Resource> before, Args args) {
        String peering = args.site().names().peering(remote);
        return new VirtualNetworkPeering(
                name + "-peering-" + peering.substring(peering.lastIndexOf('-') + 1),
                VirtualNetworkPeeringArgs.builder()
                        .virtualNetworkPeeringName(peering)
                        .virtualNetworkName(network.name())
                        .resourceGroupName(args.groups().computeName())
                        .remoteVirtualNetwork(SubResourceArgs.builder().id(remote.value()).build())
                        .allowVirtualNetworkAccess(true)
                        .allowForwardedTraffic(false)
                        .allowGatewayTransit(false)
                        .useRemoteGateways(false)
                        .build(),
                ChildOptions.of(this, before.toArray(Resource[]::new)));
    }

    private Output<String> subnetId(String subnet) {
        return network.id().applyValue(id -> id + "/subnets/" + subnet);
    }
}
