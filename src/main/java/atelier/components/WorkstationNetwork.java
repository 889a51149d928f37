package atelier.components;

import com.pulumi.azurenative.network.NetworkInterface;
import com.pulumi.azurenative.network.NetworkInterfaceArgs;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.PrivateRecordSet;
import com.pulumi.azurenative.network.PrivateRecordSetArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.PublicIPAddressArgs;
import com.pulumi.azurenative.network.enums.IPAllocationMethod;
import com.pulumi.azurenative.network.enums.IPVersion;
import com.pulumi.azurenative.network.enums.PublicIPAddressSkuName;
import com.pulumi.azurenative.network.enums.PublicIPAddressSkuTier;
import com.pulumi.azurenative.network.inputs.ARecordArgs;
import com.pulumi.azurenative.network.inputs.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.NetworkInterfaceIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressDnsSettingsArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressSkuArgs;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one workstation is reached: its network interface with the rules for it, and either a public address with a DNS label
 * or a record in a private zone. None of it belongs to the machine, so it stays the same when the machine is made again.
 */
public final class WorkstationNetwork extends ComponentResource {
    /** Seconds for which a resolver may keep a private record. */
    private static final double TTL = 300;

    /** Seen only when Azure refused the resource and the engine was told to go on with the others. */
    private static final String NO_ADDRESS = "";

    private final NetworkInterface card;
    private final Optional<PublicIPAddress> address;

    /**
     * @param rules who may reach it
     * @param applicationSecurityGroupId the group by which the subnet's rules single it out
     * @param zoneName the private zone of its record; absent when its address is public
     */
    public record Args(
            Site site,
            ResourceGroups groups,
            atelier.model.Workstation workstation,
            Map<String, String> tags,
            Output<String> subnetId,
            Output<String> applicationSecurityGroupId,
            List<SecurityRuleArgs> rules,
            Optional<Output<String>> zoneName) {
        public Args {
            tags = Map.copyOf(tags);
            rules = List.copyOf(rules);
        }

        private String called(String what) {
            return site.names().ofWorkstation(workstation.name(), what);
        }
    }

    public WorkstationNetwork(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:WorkstationNetwork", name, options);
        this.address = args.zoneName().isPresent() ? Optional.empty() : Optional.of(address(name, args));
        this.card = card(name, args, securityGroup(name, args));
        args.zoneName().ifPresent(zone -> record(name, args, zone));
        registerOutputs(Map.of("cardId", card.id()));
    }

    public Output<String> cardId() {
        return card.id();
    }

    /** Given by Azure when the interface is made, and kept for as long as it exists. */
    public Output<String> privateAddress() {
        return card.ipConfigurations().applyValue(all -> all.stream()
                .flatMap(List::stream)
                .flatMap(configuration -> configuration.privateIPAddress().stream())
                .findFirst()
                .orElse(NO_ADDRESS));
    }

    /** Absent when the workstation has only a private address. */
    public Optional<Output<String>> publicAddress() {
        return address.map(made -> made.ipAddress().applyValue(known -> known.orElse(NO_ADDRESS)));
    }

    private PublicIPAddress address(String name, Args args) {
        return new PublicIPAddress(
                name + "-address",
                PublicIPAddressArgs.builder()
                        .publicIpAddressName(args.called("address"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .sku(PublicIPAddressSkuArgs.builder()
                                .name(PublicIPAddressSkuName.Standard)
                                .tier(PublicIPAddressSkuTier.Regional)
                                .build())
                        .publicIPAllocationMethod(IPAllocationMethod.Static)
                        .publicIPAddressVersion(IPVersion.IPv4)
                        .dnsSettings(PublicIPAddressDnsSettingsArgs.builder()
                                .domainNameLabel(args.site().names().dnsLabel(args.workstation().name()))
                                .build())
                        .tags(args.tags())
                        .build(),
                ChildOptions.of(this));
    }

    private NetworkSecurityGroup securityGroup(String name, Args args) {
        return new NetworkSecurityGroup(
                name + "-nsg",
                NetworkSecurityGroupArgs.builder()
                        .networkSecurityGroupName(args.called("nsg"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .securityRules(args.rules())
                        .tags(args.tags())
                        .build(),
                ChildOptions.of(this));
    }

    private NetworkInterface card(String name, Args args, NetworkSecurityGroup securityGroup) {
        return new NetworkInterface(
                name + "-nic",
                NetworkInterfaceArgs.builder()
                        .networkInterfaceName(args.called("nic"))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        // Every size in the catalog has it.
                        .enableAcceleratedNetworking(true)
                        .enableIPForwarding(false)
                        .networkSecurityGroup(com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs.builder()
                                .id(securityGroup.id())
                                .build())
                        .ipConfigurations(ipConfiguration(args))
                        .tags(args.tags())
                        .build(),
                ChildOptions.of(this));
    }

    private NetworkInterfaceIPConfigurationArgs ipConfiguration(Args args) {
        NetworkInterfaceIPConfigurationArgs.Builder configuration = NetworkInterfaceIPConfigurationArgs.builder()
                .name("primary")
                .primary(true)
                .privateIPAllocationMethod(IPAllocationMethod.Dynamic)
                .privateIPAddressVersion(IPVersion.IPv4)
                .subnet(SubnetArgs.builder().id(args.subnetId()).build())
                .applicationSecurityGroups(ApplicationSecurityGroupArgs.builder()
                        .id(args.applicationSecurityGroupId())
                        .build());
        address.ifPresent(made -> configuration.publicIPAddress(
                com.pulumi.azurenative.network.inputs.PublicIPAddressArgs.builder().id(made.id()).build()));
        return configuration.build();
    }

    private void record(String name, Args args, Output<String> zoneName) {
        new PrivateRecordSet(
                name + "-record",
                PrivateRecordSetArgs.builder()
                        .relativeRecordSetName(args.workstation().name().value())
                        .privateZoneName(zoneName)
                        .resourceGroupName(args.groups().computeName())
                        .recordType("A")
                        .ttl(TTL)
                        .aRecords(ARecordArgs.builder().ipv4Address(privateAddress()).build())
                        .build(),
                ChildOptions.of(this));
    }
}
