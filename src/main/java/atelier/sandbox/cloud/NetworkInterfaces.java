package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Network interfaces and the private addresses that they keep for life. */
final class NetworkInterfaces {
    static final String TYPE = "Microsoft.Network/networkInterfaces";
    private static final String CONFIGURATIONS = "properties.ipConfigurations[]";
    private static final String SUBNET = "properties.subnet.id";

    private NetworkInterfaces() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .regional()
                .refersTo(Reference.inRegion(CONFIGURATIONS + "." + SUBNET, Networks.SUBNET_TYPE))
                .refersTo(Reference.inRegion("properties.networkSecurityGroup.id", SecurityGroups.TYPE))
                .refersTo(Reference.inRegion(CONFIGURATIONS + ".properties.publicIPAddress.id", PublicAddresses.TYPE))
                .refersTo(Reference.inRegion(
                        CONFIGURATIONS + ".properties.applicationSecurityGroups[].id", SecurityGroups.APPLICATION_TYPE))
                .checks(NetworkInterfaces::configurationsAreGiven)
                .checks(NetworkInterfaces::namesAreUnique)
                .checks(NetworkInterfaces::onePrimary)
                .checks(NetworkInterfaces::oneNetwork)
                .checks(NetworkInterfaces::networkStays)
                .checks(NetworkInterfaces::applicationGroupsAreInTheNetwork)
                .checks(PrivateAddresses::staticAddressesFit)
                .checks(PrivateAddresses::subnetHasRoom)
                .checks(NetworkInterfaces::publicAddressesAreFree)
                .checksDelete(NetworkInterfaces::unused)
                .onAccept(PrivateAddresses::assign)
                .answers(NetworkAnswers::common)
                .answers(NetworkInterfaces::answer);
    }

    /** NetworkInterfaceMustHaveAtLeastOneIpConfiguration, 400; from knowledge, the code is not certain. */
    private static void configurationsAreGiven(Put put) throws ArmError {
        boolean subnetMissing = put.body().each(CONFIGURATIONS).stream().anyMatch(item -> item.at(SUBNET).absent());
        if (put.at("properties.ipConfigurations").empty() || subnetMissing) {
            throw badRequest(
                    "NetworkInterfaceMustHaveAtLeastOneIpConfiguration",
                    "Network interface %s must have at least one IP configuration, each with a subnet.".formatted(put.id()));
        }
    }

    /** InvalidRequestFormat (inner DuplicateResourceName), 400; from knowledge. */
    private static void namesAreUnique(Put put) throws ArmError {
        Set<String> names = new HashSet<>();
        for (Value item : put.body().each(CONFIGURATIONS)) {
            String name = item.at("name").text().orElse("");
            if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw badRequest(
                        "InvalidRequestFormat",
                        "Cannot parse the request: DuplicateResourceName: '" + name + "' appears twice.");
            }
        }
    }

    /** NetworkInterfaceMustHaveOnePrimaryIpConfiguration, 400; from knowledge, the code is not certain. */
    private static void onePrimary(Put put) throws ArmError {
        List<Value> items = put.body().each(CONFIGURATIONS);
        boolean unsure = items.stream()
                .anyMatch(item -> !item.at("properties.primary").known()
                        && !item.at("properties.primary").absent());
        long primary = items.stream().filter(item -> item.at("properties.primary").isTrue()).count();
        if (items.size() > 1 && !unsure && primary != 1) {
            throw badRequest(
                    "NetworkInterfaceMustHaveOnePrimaryIpConfiguration",
                    "Network interface %s must have exactly one primary IP configuration.".formatted(put.id()));
        }
    }

    /** SubnetsNotInSameVnet, 400; from knowledge, the code is not certain. */
    private static void oneNetwork(Put put) throws ArmError {
        if (networks(put.body()).size() > 1) {
            throw badRequest(
                    "SubnetsNotInSameVnet",
                    "The IP configurations of %s are in different virtual networks.".formatted(put.id()));
        }
    }

    /** SubnetChangeToOtherVnetNotAllowed, 400; from knowledge, the code is not certain. */
    private static void networkStays(Put put) throws ArmError {
        Set<String> now = networks(put.body());
        if (!put.creates() && !now.isEmpty() && !now.equals(networks(put.existing().orElseThrow().body()))) {
            throw badRequest(
                    "SubnetChangeToOtherVnetNotAllowed",
                    "Network interface %s cannot move to another virtual network.".formatted(put.id()));
        }
    }

    private static Set<String> networks(Value body) {
        Set<String> networks = new HashSet<>();
        for (Value subnet : body.each(CONFIGURATIONS + "." + SUBNET)) {
            subnet.text().flatMap(ArmId::parse).flatMap(ArmId::parent).ifPresent(network -> networks.add(network.key()));
        }
        return networks;
    }

    /**
     * ApplicationSecurityGroupInDifferentVnet, 400: all members of an application security group are in one network;
     * documented: azure-docs application-security-groups (rule), the code is not certain.
     */
    private static void applicationGroupsAreInTheNetwork(Put put) throws ArmError {
        Set<String> mine = networks(put.body());
        String path = CONFIGURATIONS + ".properties.applicationSecurityGroups[].id";
        for (Value group : put.body().each(path)) {
            Optional<ArmId> id = group.text().flatMap(ArmId::parse);
            List<Inventory.Mention> members = id.map(found -> put.inventory().mentions(found, TYPE, path)).orElse(List.of());
            for (Inventory.Mention member : members) {
                if (!mine.isEmpty() && !member.by().armId().same(put.id()) && !networks(member.by().body()).equals(mine)) {
                    throw badRequest(
                            "ApplicationSecurityGroupInDifferentVnet",
                            "Application security group %s has members in another virtual network than %s."
                                    .formatted(id.get(), put.id()));
                }
            }
        }
    }

    private static void publicAddressesAreFree(Put put) throws ArmError {
        Set<String> seen = new HashSet<>();
        for (Value item : put.body().each(CONFIGURATIONS)) {
            Value reference = item.at("properties.publicIPAddress.id");
            String user = put.id() + "/ipConfigurations/" + item.at("name").text().orElse("");
            PublicAddresses.free(put, reference, user);
            if (reference.text().isPresent() && !seen.add(reference.text().get().toLowerCase(Locale.ROOT))) {
                throw badRequest(
                        "PublicIPAddressInUse",
                        "Resource %s is referencing public IP address %s that is already allocated to another IP configuration."
                                .formatted(user, reference.text().get()));
            }
        }
    }

    /** NicInUse, 400: a deallocated machine still holds it; documented: hashicorp/terraform-provider-azurerm#8105. */
    private static void unused(Resource nic, Inventory inventory) throws ArmError {
        Optional<Resource> machine = machine(nic.armId(), inventory);
        if (machine.isPresent()) {
            throw badRequest(
                    "NicInUse",
                    ("Network Interface %s is used by existing resource %s. In order to delete the network interface,"
                                    + " it must be dissociated from the resource. To learn more, see aka.ms/deletenic.")
                            .formatted(nic.id(), machine.get().id()));
        }
        if (nic.state().containsKey(PrivateEndpoints.MADE_BY)) {
            throw badRequest(
                    "NicInUseWithPrivateEndpoint",
                    "Network interface %s is used by private endpoint %s."
                            .formatted(nic.id(), nic.state().get(PrivateEndpoints.MADE_BY)));
        }
    }

    /** The virtual machine that has an interface. */
    static Optional<Resource> machine(ArmId nic, Inventory inventory) {
        return inventory
                .mentions(nic, VirtualMachines.TYPE, "properties.networkProfile.networkInterfaces[].id")
                .stream()
                .map(Inventory.Mention::by)
                .findFirst();
    }

    private static void answer(Resource nic, Members body, Inventory inventory) {
        List<Members> configurations = body.items("properties.ipConfigurations");
        for (Members item : configurations) {
            NetworkAnswers.item(nic, "ipConfigurations", item)
                    .byDefault("properties.privateIPAllocationMethod", "Dynamic")
                    .byDefault("properties.privateIPAddressVersion", "IPv4")
                    .byDefault("properties.primary", configurations.size() == 1)
                    .set("properties.privateIPAddress", nic.assigned().getOrDefault(item.text("name"), ""));
        }
        body.emptyListByDefault("properties.dnsSettings.dnsServers")
                .emptyListByDefault("properties.dnsSettings.appliedDnsServers")
                .byDefault("properties.enableAcceleratedNetworking", false)
                .byDefault("properties.enableIPForwarding", false)
                .byDefault("properties.disableTcpStateTracking", false)
                .byDefault("properties.nicType", "Standard")
                .byDefault("properties.auxiliaryMode", "None")
                .byDefault("properties.auxiliarySku", "None")
                .byDefault("properties.vnetEncryptionSupported", false)
                .emptyListByDefault("properties.hostedWorkloads")
                .emptyListByDefault("properties.tapConfigurations");
        Optional<Resource> machine = machine(nic.armId(), inventory);
        if (machine.isPresent()) {
            body.set("properties.virtualMachine.id", machine.get().id())
                    .set("properties.primary", VirtualMachines.isPrimary(machine.get(), nic.armId()))
                    .set("properties.macAddress", macAddress(nic.armId()));
        }
        String endpoint = nic.state().getOrDefault(PrivateEndpoints.MADE_BY, "");
        if (!endpoint.isEmpty()) {
            body.set("properties.privateEndpoint.id", endpoint);
        }
    }

    /** In Microsoft's own range of hardware addresses. */
    private static String macAddress(ArmId nic) {
        String digits = Derived.hex(nic, "macAddress", 6).toUpperCase(Locale.ROOT);
        return "00-0D-3A-" + digits.substring(0, 2) + "-" + digits.substring(2, 4) + "-" + digits.substring(4);
    }
}
