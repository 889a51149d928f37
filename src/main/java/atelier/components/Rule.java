package atelier.components;

import com.pulumi.azurenative.network.inputs.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a network security group, as a value.
 *
 * @param priority 100 to 4096; the lowest that matches decides
 * @param sources CIDR ranges of one address family, or one service tag or {@code *}
 * @param group the application security group it is confined to; absent means everything behind the network security group
 * @param ports at least one port or range, or {@code *}
 * @param reason goes into Azure's description
 */
record Rule(
        String name,
        int priority,
        Direction direction,
        Access access,
        String protocol,
        List<String> sources,
        Optional<Output<String>> group,
        List<String> ports,
        String reason) {

    static final int LAST_PRIORITY = 4096;
    static final String ANY = "*";
    static final String VIRTUAL_NETWORK = "VirtualNetwork";

    /** Which way a packet goes. */
    enum Direction {
        INBOUND("Inbound"),
        OUTBOUND("Outbound");

        private final String azureName;

        Direction(String azureName) {
            this.azureName = azureName;
        }

        @Override
        public String toString() {
            return azureName;
        }
    }

    /** What becomes of a packet that matches. */
    enum Access {
        ALLOW("Allow"),
        DENY("Deny");

        private final String azureName;

        Access(String azureName) {
            this.azureName = azureName;
        }

        @Override
        public String toString() {
            return azureName;
        }
    }

    Rule {
        sources = List.copyOf(sources);
        ports = List.copyOf(ports);
    }

    /** Lets TCP in to some ports. */
    static Rule allow(String name, int priority, List<String> sources, List<String> ports, String reason) {
        return new Rule(name, priority, Direction.INBOUND, Access.ALLOW, "Tcp", sources, Optional.empty(), ports, reason);
    }

    /** Keeps TCP to some ports from passing, whoever sends it. */
    static Rule deny(String name, int priority, Direction direction, List<String> ports, String reason) {
        return new Rule(name, priority, direction, Access.DENY, "Tcp", List.of(ANY), Optional.empty(), ports, reason);
    }

    /** Keeps everything out that no rule before it let in; the default rules would let the whole virtual network in. */
    static Rule denyAllInbound() {
        String reason = "Only what is named above comes in.";
        return deny("deny-all-inbound", LAST_PRIORITY, Direction.INBOUND, List.of(ANY), reason).overAnyProtocol();
    }

    Rule overAnyProtocol() {
        return new Rule(name, priority, direction, access, ANY, sources, group, ports, reason);
    }

    Rule confinedTo(Output<String> group) {
        return new Rule(name, priority, direction, access, protocol, sources, Optional.of(group), ports, reason);
    }

    /** As the provider takes it: one source or port goes into the singular input, because tags and {@code *} must. */
    SecurityRuleArgs args() {
        SecurityRuleArgs.Builder args = SecurityRuleArgs.builder()
                .name(name)
                .priority(priority)
                .direction(direction.toString())
                .access(access.toString())
                .protocol(protocol)
                .sourcePortRange(ANY)
                .description(reason);
        one(sources).ifPresentOrElse(args::sourceAddressPrefix, () -> args.sourceAddressPrefixes(sources));
        one(ports).ifPresentOrElse(args::destinationPortRange, () -> args.destinationPortRanges(ports));
        group.ifPresentOrElse(
                id -> args.destinationApplicationSecurityGroups(
                        ApplicationSecurityGroupArgs.builder().id(id).build()),
                () -> args.destinationAddressPrefix(destination()));
        return args.build();
    }

    private String destination() {
        return direction == Direction.OUTBOUND ? VIRTUAL_NETWORK : ANY;
    }

    private static Optional<String> one(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
