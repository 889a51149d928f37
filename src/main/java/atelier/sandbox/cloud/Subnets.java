package atelier.sandbox.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in a subnet and which of its addresses are free. */
final class Subnets {
    /** Azure keeps the first four addresses and the last: network, gateway, two for DNS, broadcast. */
    private static final int RESERVED_AT_START = 4;

    private Subnets() {}

    /** Everything that keeps a subnet from being deleted. */
    static List<Inventory.Mention> users(ArmId subnet, Inventory inventory) {
        List<Inventory.Mention> users = new ArrayList<>();
        users.addAll(inventory.mentions(subnet, NetworkInterfaces.TYPE, "properties.ipConfigurations[].properties.subnet.id"));
        users.addAll(inventory.mentions(subnet, PrivateEndpoints.TYPE, "properties.subnet.id"));
        users.addAll(inventory.mentions(subnet, BastionHosts.TYPE, "properties.ipConfigurations[].properties.subnet.id"));
        users.addAll(inventory.mentions(subnet, Clusters.TYPE, "properties.properties.subnet.id"));
        return users;
    }

    /** The ids of all subnets in which a member names this resource. */
    static List<ArmId> that(Inventory inventory, String path, ArmId resource) {
        List<ArmId> subnets = new ArrayList<>();
        for (Resource network : inventory.all(Networks.TYPE)) {
            for (Value subnet : network.body().each("properties.subnets[]")) {
                if (subnet.at(path).is(resource.text())) {
                    subnets.add(network.armId().child("subnets", subnet.at("name").text().orElse("")));
                }
            }
        }
        return subnets;
    }

    static Optional<Prefix> prefix(Resource subnet) {
        return subnet.at("properties.addressPrefix").text().flatMap(Prefix::parse);
    }

    static boolean isReserved(Prefix prefix, long address) {
        return address < prefix.network() + RESERVED_AT_START || address == prefix.last();
    }

    /** The lowest address that nobody in the subnet's network has. */
    static Optional<String> free(Prefix prefix, Set<String> used) {
        for (long address = prefix.network() + RESERVED_AT_START; address < prefix.last(); address++) {
            if (!used.contains(Prefix.address(address))) {
                return Optional.of(Prefix.address(address));
            }
        }
        return Optional.empty();
    }

    /** Addresses that network interfaces in the subnet's network have, this one's own left out. */
    static Set<String> used(ArmId subnet, ArmId except, Inventory inventory) {
        ArmId network = subnet.parent().orElseThrow();
        return inventory.all(NetworkInterfaces.TYPE).stream()
                .filter(nic -> !nic.armId().same(except))
                .filter(nic -> nic.body().each("properties.ipConfigurations[].properties.subnet.id").stream()
                        .anyMatch(id -> id.text().flatMap(ArmId::parse).filter(other -> other.isBelow(network)).isPresent()))
                .flatMap(nic -> nic.assigned().values().stream())
                .collect(Collectors.toSet());
    }
}
