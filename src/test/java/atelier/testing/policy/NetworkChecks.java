package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.network.Addresses;
import atelier.testing.network.Reachability;
import atelier.testing.network.Rule;
import atelier.testing.network.SecurityGroup;
import atelier.testing.network.Zones;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** NET: what a network lets in and out. Every group is judged by itself; interfaces with their subnet's group as well. */
final class NetworkChecks {
    private static final String GROUP = "network:NetworkSecurityGroup";
    private static final String INTERFACE = "network:NetworkInterface";
    private static final String SCALE_SET = "compute:VirtualMachineScaleSet";
    private static final Set<String> WITHOUT_GROUP = Set.of("AzureBastionSubnet", "AzureFirewallSubnet", "GatewaySubnet");
    private static final List<Integer> NEVER_PUBLIC =
            List.of(8787, 8888, 8080, 4180, 445, 2049, 5985, 5986, 1270, 2375, 6443);

    /** Sixteen times a /24: the widest union of SSH sources that is still narrow. */
    private static final BigInteger WIDEST_SSH = BigInteger.valueOf(16 * 256);

    private NetworkChecks() {}

    static List<Check> all() {
        return List.of(
                Check.every("NET-01", GROUP, "22 is open to narrow public sources at most",
                        (group, all) -> narrow(fromInternet(group, all, 22))),
                Check.every("NET-02", GROUP, "3389 is closed to the Internet",
                        (group, all) -> fromInternet(group, all, 3389).isEmpty()),
                Check.every("NET-03", GROUP, "443 and 22 alone face the Internet, and 443 not all of it",
                        NetworkChecks::onlyWebAndSsh),
                Check.every("NET-04", GROUP, "no service port faces the Internet",
                        (group, all) -> NEVER_PUBLIC.stream().allMatch(port -> fromInternet(group, all, port).isEmpty())),
                Check.every("NET-05", GROUP, "priorities are unique, no rule is shadowed, 4096 denies all",
                        NetworkChecks::orderly),
                Check.every("NET-06", INTERFACE, "22 and 3389 to the virtual network are denied on the way out",
                        NetworkChecks::noLateralMovement),
                Check.every("NET-08", "network:VirtualNetwork", "every subnet has a security group", NetworkChecks::allGuarded),
                Check.every("NET-10", SCALE_SET, "no public address in the profile",
                        set -> set.inputs().findValue("publicIPAddressConfiguration") == null),
                Check.every("NET-10", INTERFACE, "with a public address, the Internet reaches 443 and narrow 22 alone",
                        NetworkChecks::publicAddressIsGuarded),
                Check.every("NET-11", INTERFACE, "IP forwarding is off", nic -> !nic.input("enableIPForwarding").asBoolean()),
                Check.every("NET-11", SCALE_SET, "IP forwarding is off",
                        set -> set.inputs().findValues("enableIPForwarding").stream().noneMatch(JsonNode::asBoolean)));
    }

    private static boolean narrow(Addresses sources) {
        BigInteger count = sources.intervals().stream()
                .map(interval -> interval.last().subtract(interval.first()).add(BigInteger.ONE))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return count.compareTo(WIDEST_SSH) <= 0;
    }

    /** From which public addresses some machine behind the group can be reached, whichever group it is in. */
    private static Addresses fromInternet(Registration registration, Recorded all, int port) {
        SecurityGroup group = SecurityGroup.of(registration);
        Zones zones = zones(all);
        return group.targets(zones).stream()
                .flatMap(target -> Stream.of("Tcp", "Udp").map(protocol -> group.inbound(target, protocol, port, zones)))
                .reduce(Addresses.NONE, Addresses::union)
                .intersect(zones.internet());
    }

    private static boolean onlyWebAndSsh(Registration registration, Recorded all) {
        SecurityGroup group = SecurityGroup.of(registration);
        boolean othersClosed = Stream.concat(Stream.of(0, 23, 444), group.boundaries().stream())
                .filter(port -> port != 443 && port != 22)
                .allMatch(port -> fromInternet(registration, all, port).isEmpty());
        Addresses web = fromInternet(registration, all, 443);
        return othersClosed && (isBastion(registration, all) || !web.containsAll(Addresses.of("8.8.8.8", "200.1.1.1")));
    }

    /** Azure asks for 443 from the Internet on Bastion's own subnet: https://learn.microsoft.com/azure/bastion/bastion-nsg */
    private static boolean isBastion(Registration group, Recorded all) {
        return subnets(all).anyMatch(subnet -> subnet.path("name").asText().equals("AzureBastionSubnet")
                && subnet.path("networkSecurityGroup").path("id").asText().equalsIgnoreCase(group.id()));
    }

    private static boolean orderly(Registration registration, Recorded all) {
        SecurityGroup group = SecurityGroup.of(registration);
        long distinct = group.rules().stream().map(rule -> rule.inbound() + "/" + rule.priority()).distinct().count();
        boolean deniesAll = group.rules().stream().anyMatch(NetworkChecks::deniesAll);
        return distinct == group.rules().size() && deniesAll && group.shadowed(zones(all)).isEmpty();
    }

    private static boolean deniesAll(Rule rule) {
        return rule.priority() == 4096 && rule.inbound() && !rule.allow() && rule.protocol().equals("*")
                && rule.sources().equals(List.of("*")) && rule.destinations().equals(List.of("*"));
    }

    private static boolean noLateralMovement(Registration nic, Recorded all) {
        Reachability reachability = new Reachability(all, List.of());
        return IntStream.of(22, 3389).allMatch(port -> reachability
                .destinations(nic, "Tcp", port)
                .intersect(reachability.zones().virtualNetwork())
                .isEmpty());
    }

    private static boolean allGuarded(Registration network) {
        for (JsonNode subnet : network.input("subnets")) {
            boolean exempt = WITHOUT_GROUP.contains(subnet.path("name").asText());
            if (!exempt && !subnet.path("networkSecurityGroup").path("id").isTextual()) {
                return false;
            }
        }
        return network.input("subnets").size() > 0;
    }

    private static boolean publicAddressIsGuarded(Registration nic, Recorded all) {
        boolean isPublic = nic.inputs().findValue("publicIPAddress") != null;
        Reachability reachability = new Reachability(all, List.of());
        Addresses internet = reachability.zones().internet();
        boolean othersClosed = Stream.of("Tcp", "Udp").allMatch(protocol -> reachability.open(nic, protocol).entrySet().stream()
                .allMatch(open -> Set.of("22", "443").contains(open.getKey()) || open.getValue().intersect(internet).isEmpty()));
        return !isPublic || othersClosed && narrow(reachability.sources(nic, "Tcp", 22).intersect(internet));
    }

    private static Zones zones(Recorded all) {
        return new Reachability(all, List.of()).zones();
    }

    private static Stream<JsonNode> subnets(Recorded all) {
        return all.ofType("network:VirtualNetwork").all().stream()
                .flatMap(network -> IntStream.range(0, network.input("subnets").size())
                        .mapToObj(index -> network.input("subnets").get(index)));
    }
}
