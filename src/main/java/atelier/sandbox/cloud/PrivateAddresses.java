package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The private addresses of network interfaces: chosen once, the lowest that is free, or asked for. */
final class PrivateAddresses {
    private static final String ADDRESS = "properties.privateIPAddress";

    private PrivateAddresses() {}

    private static List<Value> configurations(Value body) {
        return body.each("properties.ipConfigurations[]");
    }

    private static boolean isStatic(Value configuration) {
        return configuration.at("properties.privateIPAllocationMethod").is("Static");
    }

    /**
     * StaticPrivateIPAddressMissing, InvalidIPAddressFormat, PrivateIPAddressNotInSubnet, PrivateIPAddressInReservedRange and
     * PrivateIPAddressIsAllocated, all 400; the last three documented: common-deployment-errors and
     * hashicorp/terraform-provider-azurerm#4225, the codes of the first two are not certain.
     */
    static void staticAddressesFit(Put put) throws ArmError {
        for (Value configuration : configurations(put.body())) {
            if (!isStatic(configuration)) {
                continue;
            }
            Value address = configuration.at(ADDRESS);
            if (address.absent()) {
                throw badRequest(
                        "StaticPrivateIPAddressMissing",
                        "An IP configuration of %s is Static and has no address.".formatted(put.id()));
            }
            if (address.text().isPresent()) {
                fits(put, configuration, address.text().get());
            }
        }
    }

    private static void fits(Put put, Value configuration, String address) throws ArmError {
        if (!Prefix.isAddress(address)) {
            throw badRequest("InvalidIPAddressFormat", "'" + address + "' is not an IPv4 address.");
        }
        Optional<Resource> subnet = put.named(configuration.at("properties.subnet.id"));
        Optional<Prefix> prefix = subnet.flatMap(Subnets::prefix);
        if (prefix.isEmpty()) {
            return;
        }
        if (!prefix.get().contains(Prefix.number(address))) {
            throw badRequest(
                    "PrivateIPAddressNotInSubnet",
                    "Private static IP address %s does not belong to the range of subnet prefix %s."
                            .formatted(address, prefix.get()));
        }
        if (Subnets.isReserved(prefix.get(), Prefix.number(address))) {
            throw badRequest(
                    "PrivateIPAddressInReservedRange",
                    "Private static IP address %s falls within reserved IP range of subnet prefix %s."
                            .formatted(address, prefix.get()));
        }
        if (Subnets.used(subnet.get().armId(), put.id(), put.inventory()).contains(address)) {
            throw badRequest(
                    "PrivateIPAddressIsAllocated",
                    ("IP configuration %s/ipConfigurations/%s is using the private IP address %s which is already "
                                    + "allocated to another resource.")
                            .formatted(put.id(), configuration.at("name").text().orElse(""), address));
        }
    }

    /** SubnetIsFull, 400; documented: common-deployment-errors (code). */
    static void subnetHasRoom(Put put) throws ArmError {
        for (Value configuration : configurations(put.body())) {
            Optional<Resource> subnet = put.named(configuration.at("properties.subnet.id"));
            if (subnet.isPresent() && !isStatic(configuration)) {
                hasRoom(subnet.get(), put.id(), put.inventory());
            }
        }
    }

    static void hasRoom(Resource subnet, ArmId user, Inventory inventory) throws ArmError {
        Optional<Prefix> prefix = Subnets.prefix(subnet);
        if (prefix.isPresent() && Subnets.free(prefix.get(), Subnets.used(subnet.armId(), user, inventory)).isEmpty()) {
            throw badRequest(
                    "SubnetIsFull",
                    "Subnet %s with address prefix %s does not have enough capacity for 1 IP addresses."
                            .formatted(subnet.armId().name(), prefix.get()));
        }
    }

    /** Gives every configuration that has no address in its subnet yet the one it asks for, or the lowest free one. */
    static void assign(Resource nic, Inventory inventory) {
        Set<String> names = new HashSet<>();
        for (Value configuration : configurations(nic.body())) {
            String name = configuration.at("name").text().orElse("");
            names.add(name);
            Optional<Resource> subnet = configuration
                    .at("properties.subnet.id")
                    .text()
                    .flatMap(ArmId::parse)
                    .flatMap(inventory::find);
            Optional<Prefix> prefix = subnet.flatMap(Subnets::prefix);
            if (isStatic(configuration)) {
                configuration.at(ADDRESS).text().ifPresent(address -> nic.assigned().put(name, address));
            } else if (prefix.isPresent() && !keeps(nic, name, prefix.get())) {
                Set<String> used = Subnets.used(subnet.get().armId(), nic.armId(), inventory);
                used.addAll(nic.assigned().values());
                Subnets.free(prefix.get(), used).ifPresent(address -> nic.assigned().put(name, address));
            }
        }
        nic.assigned().keySet().retainAll(names);
    }

    private static boolean keeps(Resource nic, String configuration, Prefix prefix) {
        String address = nic.assigned().get(configuration);
        return address != null && prefix.contains(Prefix.number(address));
    }
}
