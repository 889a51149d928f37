package atelier.testing.network;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From where a network interface can be reached, judged by the security groups of its subnet and its own together.
 *
 * <p>Judges what Azure's documentation says of the rules, not Azure itself: routes, firewalls on the machine and whether
 * anything listens are beyond it. Networks are read from inline subnets.
 */
public final class Reachability {
    private final Recorded recorded;
    private final Zones zones;

    /** @param peers address ranges of peered networks, which the tag VirtualNetwork holds besides the network's own */
    public Reachability(Recorded recorded, List<String> peers) {
        this.recorded = recorded;
        List<String> spaces = new ArrayList<>(peers);
        for (Registration network : recorded.ofType("network:VirtualNetwork").all()) {
            network.input("addressSpace.addressPrefixes").forEach(prefix -> spaces.add(prefix.asText()));
        }
        this.zones = new Zones(Addresses.of(spaces));
    }

    public Zones zones() {
        return zones;
    }

    /** Every address from which a packet of a protocol passes both groups to a port of the interface. */
    public Addresses sources(Registration networkInterface, String protocol, int port) {
        return sources(target(networkInterface), groups(networkInterface), protocol, port);
    }

    private Addresses sources(Target target, List<SecurityGroup> groups, String protocol, int port) {
        return groups.stream()
                .map(group -> group.inbound(target, protocol, port, zones))
                .reduce(Addresses.ALL, Addresses::intersect);
    }

    /** Where the interface may send packets of a protocol to a port. */
    public Addresses destinations(Registration networkInterface, String protocol, int port) {
        return groups(networkInterface).stream()
                .map(group -> group.outbound(protocol, port, zones))
                .reduce(Addresses.ALL, Addresses::intersect);
    }

    /** All open ports with their sources; neighbouring ports with the same sources are one range. */
    public Map<String, Addresses> open(Registration networkInterface, String protocol) {
        Target target = target(networkInterface);
        List<SecurityGroup> groups = groups(networkInterface);
        TreeSet<Integer> starts = new TreeSet<>(List.of(0));
        groups.forEach(group -> starts.addAll(group.boundaries()));
        Map<Integer, Addresses> byStart = new TreeMap<>();
        Addresses before = Addresses.NONE;
        for (int start : starts) {
            Addresses sources = sources(target, groups, protocol, start);
            if (start == 0 || !sources.equals(before)) {
                byStart.put(start, sources);
            }
            before = sources;
        }
        Map<String, Addresses> open = new TreeMap<>();
        List<Integer> kept = List.copyOf(byStart.keySet());
        for (int i = 0; i < kept.size(); i++) {
            int last = i + 1 < kept.size() ? kept.get(i + 1) - 1 : Ports.ALL.last();
            if (!byStart.get(kept.get(i)).isEmpty()) {
                open.put(new Ports(kept.get(i), last).toString(), byStart.get(kept.get(i)));
            }
        }
        return open;
    }

    private Target target(Registration networkInterface) {
        List<String> groups = new ArrayList<>();
        Addresses addresses = Addresses.NONE;
        for (JsonNode configuration : networkInterface.input("ipConfigurations")) {
            configuration.path("applicationSecurityGroups").forEach(group -> groups.add(lower(group.path("id"))));
            addresses = addresses.union(Addresses.of(subnet(configuration).path("addressPrefix").asText()));
        }
        return new Target(addresses, groups);
    }

    /** The groups that a packet to or from the interface must pass: its subnet's and its own. */
    public List<SecurityGroup> groups(Registration networkInterface) {
        List<SecurityGroup> groups = new ArrayList<>();
        for (JsonNode configuration : networkInterface.input("ipConfigurations")) {
            group(subnet(configuration)).ifPresent(groups::add);
        }
        group(networkInterface.inputs()).ifPresent(groups::add);
        return groups;
    }

    private Optional<SecurityGroup> group(JsonNode holder) {
        JsonNode id = holder.path("networkSecurityGroup").path("id");
        return id.isTextual()
                ? Optional.of(SecurityGroup.of(recorded.ofType("network:NetworkSecurityGroup").withId(id.asText())))
                : Optional.empty();
    }

    private JsonNode subnet(JsonNode configuration) {
        String id = lower(configuration.path("subnet").path("id"));
        for (Registration network : recorded.ofType("network:VirtualNetwork").all()) {
            for (JsonNode subnet : network.input("subnets")) {
                if (id.equals((network.id() + "/subnets/" + subnet.path("name").asText()).toLowerCase(Locale.ROOT))) {
                    return subnet;
                }
            }
        }
        throw new AssertionError("no recorded network has the subnet " + id);
    }

    private static String lower(JsonNode id) {
        return id.asText().toLowerCase(Locale.ROOT);
    }
}
