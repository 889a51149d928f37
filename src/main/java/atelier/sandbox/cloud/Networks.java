package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Virtual networks with their inline subnets. */
final class Networks {
    static final String TYPE = "Microsoft.Network/virtualNetworks";
    static final String SUBNET_TYPE = TYPE + "/subnets";
    private static final int SMALLEST_SUBNET = 29;

    private Networks() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike("\\w|\\w[\\w.-]{0,62}\\w", "InvalidResourceName", "Resource name {name} is invalid.")
                .regional()
                .refersTo(Reference.inRegion(
                        "properties.subnets[].properties.networkSecurityGroup.id", SecurityGroups.TYPE))
                .refersTo(Reference.inRegion("properties.subnets[].properties.natGateway.id", NatGateways.TYPE))
                .refersTo(Reference.inRegion(
                        "properties.subnets[].properties.routeTable.id", "Microsoft.Network/routeTables"))
                .checks(Networks::prefixesAreWellFormed)
                .checks(Networks::subnetNamesAreUnique)
                .checks(Networks::subnetsLieInside)
                .checks(Networks::subnetsDoNotOverlap)
                .checks(Networks::subnetsInUseStay)
                .checks(Networks::addressSpaceIsClearOfPeers)
                .checksDelete(Networks::unused)
                .answers(NetworkAnswers::common)
                .answers(Networks::answer);
    }

    /** InvalidAddressPrefixFormat and InvalidCIDRNotation, 400; from knowledge. */
    private static void prefixesAreWellFormed(Put put) throws ArmError {
        if (put.at("properties.addressSpace.addressPrefixes").empty()) {
            throw badRequest("InvalidAddressPrefixFormat", "Virtual network " + put.id() + " has no address prefix.");
        }
        List<Value> prefixes = new ArrayList<>(put.body().each("properties.addressSpace.addressPrefixes[]"));
        prefixes.addAll(put.body().each("properties.subnets[].properties.addressPrefix"));
        for (Value value : prefixes) {
            if (value.text().isPresent()) {
                wellFormed(put, value.text().get());
            }
        }
    }

    private static void wellFormed(Put put, String text) throws ArmError {
        Optional<Prefix> prefix = Prefix.parse(text);
        if (prefix.isEmpty() && !text.contains(":")) {
            throw badRequest(
                    "InvalidAddressPrefixFormat",
                    ("The address prefix %s in resource %s is not formatted correctly. It should follow CIDR notation, "
                                    + "for example 10.0.0.0/24.")
                            .formatted(text, put.id()));
        }
        if (prefix.filter(Prefix::hasHostBits).isPresent()) {
            throw badRequest(
                    "InvalidCIDRNotation",
                    ("The address prefix %s in resource %s has an invalid CIDR notation. For the given prefix length, the "
                                    + "address prefix should be %s.")
                            .formatted(text, put.id(), prefix.get()));
        }
    }

    /** InvalidRequestFormat (inner DuplicateResourceName), 400; from knowledge. */
    private static void subnetNamesAreUnique(Put put) throws ArmError {
        Set<String> names = new HashSet<>();
        for (Value subnet : put.body().each("properties.subnets[]")) {
            String name = subnet.at("name").text().orElse("");
            if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw badRequest(
                        "InvalidRequestFormat",
                        "Cannot parse the request: DuplicateResourceName: subnet '" + name + "' appears twice.");
            }
        }
    }

    /**
     * NetcfgSubnetRangeOutsideVnet, 400; documented: MicrosoftDocs/azure-docs#123869. NetcfgInvalidSubnet for one smaller than
     * /29, 400; from knowledge, the code is not certain.
     */
    private static void subnetsLieInside(Put put) throws ArmError {
        List<Prefix> space = prefixes(put.body().each("properties.addressSpace.addressPrefixes[]"));
        for (Value subnet : put.body().each("properties.subnets[]")) {
            Optional<Prefix> prefix = subnet.at("properties.addressPrefix").text().flatMap(Prefix::parse);
            String name = subnet.at("name").text().orElse("");
            if (prefix.isPresent() && !space.isEmpty() && space.stream().noneMatch(whole -> whole.contains(prefix.get()))) {
                throw badRequest(
                        "NetcfgSubnetRangeOutsideVnet",
                        ("Subnet '%s' is not valid because its IP address range is outside the IP address range of virtual "
                                        + "network '%s'.")
                                .formatted(name, put.id().name()));
            }
            if (prefix.filter(range -> range.length() > SMALLEST_SUBNET).isPresent()) {
                throw badRequest(
                        "NetcfgInvalidSubnet",
                        "Subnet '%s' is not valid in virtual network '%s': the smallest subnet is /29."
                                .formatted(name, put.id().name()));
            }
        }
    }

    /** NetcfgSubnetRangesOverlap, 400; documented: MicrosoftDocs/azure-docs#123869. */
    private static void subnetsDoNotOverlap(Put put) throws ArmError {
        List<Prefix> seen = new ArrayList<>();
        for (Value subnet : put.body().each("properties.subnets[]")) {
            Optional<Prefix> prefix = subnet.at("properties.addressPrefix").text().flatMap(Prefix::parse);
            if (prefix.isPresent() && seen.stream().anyMatch(prefix.get()::overlaps)) {
                throw badRequest(
                        "NetcfgSubnetRangesOverlap",
                        ("Subnet '%s' is not valid because its IP address range overlaps with that of an existing subnet in "
                                        + "virtual network '%s'.")
                                .formatted(
                                        subnet.at("name").text().orElse(""),
                                        put.id().name()));
            }
            prefix.ifPresent(seen::add);
        }
    }

    /**
     * InUseSubnetCannotBeDeleted, 400: inline subnets replace the whole list; documented: microsoft/nav-arm-templates#161.
     * InUsePrefixCannotBeDeleted, 400, when only its range changes; from knowledge.
     */
    private static void subnetsInUseStay(Put put) throws ArmError {
        if (put.creates() || !put.at("properties.subnets").known() && put.preview()) {
            return;
        }
        for (Value before : put.existing().orElseThrow().body().each("properties.subnets[]")) {
            ArmId subnet = put.id().child("subnets", before.at("name").text().orElse(""));
            List<Inventory.Mention> users = Subnets.users(subnet, put.inventory());
            if (users.isEmpty()) {
                continue;
            }
            List<Value> subnets = put.body().each("properties.subnets[]");
            Optional<Value> after = subnets.stream().filter(item -> item.at("name").is(subnet.name())).findFirst();
            if (after.isEmpty() && (!put.preview() || subnets.stream().allMatch(item -> item.at("name").known()))) {
                throw inUse(subnet, users.get(0));
            }
            String range = before.at("properties.addressPrefix").text().orElse("");
            if (after.filter(item -> item.at("properties.addressPrefix").isNot(range)).isPresent()) {
                throw badRequest(
                        "InUsePrefixCannotBeDeleted",
                        "IpPrefix %s on Subnet %s has active allocations and cannot be deleted.".formatted(range, subnet.name()));
            }
        }
    }

    private static ArmError inUse(ArmId subnet, Inventory.Mention user) {
        return badRequest(
                "InUseSubnetCannotBeDeleted",
                ("Subnet %s is in use by %s and cannot be deleted. In order to delete the subnet, delete all the"
                                + " resources within the subnet. See aka.ms/deletesubnet.")
                        .formatted(subnet.name(), user.by().id()));
    }

    /** VnetAddressSpaceOverlapsWithAlreadyPeeredVnet, 400; from knowledge. */
    private static void addressSpaceIsClearOfPeers(Put put) throws ArmError {
        List<Prefix> space = prefixes(put.body().each("properties.addressSpace.addressPrefixes[]"));
        for (Resource peering : put.inventory().all(Peerings.TYPE)) {
            Optional<Resource> remote = peering.at("properties.remoteVirtualNetwork.id").text()
                    .flatMap(ArmId::parse)
                    .flatMap(put.inventory()::find);
            if (peering.armId().isBelow(put.id()) && remote.isPresent() && overlap(space, addressSpace(remote.get()))) {
                throw badRequest(
                        "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
                        "Address space of virtual network %s overlaps with that of %s, which it is peered with."
                                .formatted(put.id(), remote.get().id()));
            }
        }
    }

    /** InUseVirtualNetworkCannotBeDeleted, 400; from knowledge. */
    private static void unused(Resource network, Inventory inventory) throws ArmError {
        for (Value item : network.body().each("properties.subnets[]")) {
            ArmId subnet = network.armId().child("subnets", item.at("name").text().orElse(""));
            for (Inventory.Mention user : Subnets.users(subnet, inventory)) {
                throw badRequest(
                        "InUseVirtualNetworkCannotBeDeleted",
                        "Virtual network %s cannot be deleted because subnet %s is in use by %s."
                                .formatted(network.id(), subnet.name(), user.by().id()));
            }
        }
    }

    static List<Prefix> addressSpace(Resource network) {
        return prefixes(network.body().each("properties.addressSpace.addressPrefixes[]"));
    }

    static boolean overlap(List<Prefix> some, List<Prefix> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
    }

    private static List<Prefix> prefixes(List<Value> values) {
        return values.stream().flatMap(value -> value.text().flatMap(Prefix::parse).stream()).toList();
    }

    private static void answer(Resource network, Members body, Inventory inventory) {
        body.byDefault("properties.enableDdosProtection", false)
                .emptyListByDefault("properties.virtualNetworkPeerings")
                .emptyListByDefault("properties.subnets");
        for (Members subnet : body.items("properties.subnets")) {
            NetworkAnswers.item(network, "subnets", subnet)
                    .byDefault("properties.privateEndpointNetworkPolicies", "Disabled")
                    .byDefault("properties.privateLinkServiceNetworkPolicies", "Enabled")
                    .emptyListByDefault("properties.delegations");
        }
    }
}
