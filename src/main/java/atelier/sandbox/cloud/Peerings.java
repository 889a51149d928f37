package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** One direction of a peering between two virtual networks. */
final class Peerings {
    static final String TYPE = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
    private static final String REMOTE = "properties.remoteVirtualNetwork.id";

    private Peerings() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .refersTo(Reference.anywhere(REMOTE, Networks.TYPE))
                .checks(Peerings::toAnotherNetwork)
                .checks(Peerings::remoteStays)
                .checks(Peerings::oneForEachRemote)
                .checks(Peerings::addressSpacesAreApart)
                .checks(Peerings::remoteHasGateway)
                .answers(NetworkAnswers::common)
                .answers(Peerings::answer);
    }

    private static Optional<ArmId> remote(Put put) {
        return put.at(REMOTE).text().flatMap(ArmId::parse);
    }

    private static ArmId local(ArmId peering) {
        return peering.parent().orElseThrow();
    }

    /** PeeringToSameVnetNotAllowed, 400; from knowledge, the code is not certain. */
    private static void toAnotherNetwork(Put put) throws ArmError {
        if (remote(put).filter(local(put.id())::same).isPresent()) {
            throw badRequest(
                    "PeeringToSameVnetNotAllowed",
                    "Peering %s cannot lead to the virtual network that it is in.".formatted(put.id()));
        }
    }

    /** RemoteVirtualNetworkChangeNotAllowed, 400; from knowledge, the code is not certain. */
    private static void remoteStays(Put put) throws ArmError {
        if (put.changes(REMOTE)) {
            throw badRequest(
                    "RemoteVirtualNetworkChangeNotAllowed",
                    "The remote virtual network of peering %s cannot change.".formatted(put.id()));
        }
    }

    /** AnotherPeeringAlreadyReferencesRemoteVnet, 400; from knowledge. */
    private static void oneForEachRemote(Put put) throws ArmError {
        for (Resource other : put.inventory().all(TYPE)) {
            boolean sameNetwork = local(other.armId()).same(local(put.id())) && !other.armId().same(put.id());
            if (sameNetwork && put.at(REMOTE).text().filter(remote -> other.at(REMOTE).is(remote)).isPresent()) {
                throw badRequest(
                        "AnotherPeeringAlreadyReferencesRemoteVnet",
                        ("Peering %s already references remote virtual network %s. Cannot add another peering %s referencing "
                                        + "the same remote virtual network.")
                                .formatted(other.id(), put.at(REMOTE).text().get(), put.id()));
            }
        }
    }

    /**
     * VnetAddressSpacesOverlap, 400, from knowledge; VnetAddressSpaceOverlapsWithAlreadyPeeredVnet, 400, for a third network,
     * documented: Azure/ResourceModules#731.
     */
    private static void addressSpacesAreApart(Put put) throws ArmError {
        Optional<Resource> mine = put.inventory().find(local(put.id()));
        Optional<Resource> other = put.named(REMOTE);
        if (mine.isEmpty() || other.isEmpty()) {
            return;
        }
        List<Prefix> space = Networks.addressSpace(other.get());
        if (Networks.overlap(Networks.addressSpace(mine.get()), space)) {
            throw badRequest(
                    "VnetAddressSpacesOverlap",
                    ("Cannot create or update peering %s. Virtual networks %s and %s cannot be peered because their "
                                    + "address spaces overlap.")
                            .formatted(put.id(), mine.get().id(), other.get().id()));
        }
        for (Resource peering : put.inventory().all(TYPE)) {
            Optional<Resource> third = peering.at(REMOTE).text().flatMap(ArmId::parse).flatMap(put.inventory()::find);
            boolean beside = local(peering.armId()).same(local(put.id())) && !peering.armId().same(put.id());
            if (beside && third.filter(network -> Networks.overlap(Networks.addressSpace(network), space)).isPresent()) {
                throw badRequest(
                        "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet",
                        ("Cannot create or update peering %s. Virtual networks %s and %s cannot be peered because"
                            + " address space of the second virtual network overlaps with address space of virtual"
                            + " network %s already peered with the first virtual network.")
                                .formatted(
                                        put.id(),
                                        mine.get().id(),
                                        other.get().id(),
                                        third.get().id()));
            }
        }
    }

    /** RemoteVnetHasNoGateways, 400: no network here has one; from knowledge. */
    private static void remoteHasGateway(Put put) throws ArmError {
        if (put.at("properties.useRemoteGateways").isTrue()) {
            throw badRequest(
                    "RemoteVnetHasNoGateways",
                    ("Peering %s cannot have UseRemoteGateways flag set to true because remote virtual network %s"
                                    + " referenced by the peering does not have any gateways.")
                            .formatted(put.id(), put.at(REMOTE).text().orElse("")));
        }
    }

    private static void answer(Resource peering, Members body, Inventory inventory) {
        boolean connected = inventory.all(TYPE).stream().anyMatch(other -> isReverse(other, peering));
        body.set("properties.peeringState", connected ? "Connected" : "Initiated")
                .set("properties.peeringSyncLevel", connected ? "FullyInSync" : "RemoteNotInSync")
                .byDefault("properties.allowVirtualNetworkAccess", true)
                .byDefault("properties.allowForwardedTraffic", false)
                .byDefault("properties.allowGatewayTransit", false)
                .byDefault("properties.useRemoteGateways", false)
                .byDefault("properties.doNotVerifyRemoteGateways", false)
                .set("properties.remoteAddressSpace.addressPrefixes", remoteSpace(peering, inventory))
                .set("properties.remoteVirtualNetworkAddressSpace.addressPrefixes", remoteSpace(peering, inventory));
    }

    private static boolean isReverse(Resource other, Resource peering) {
        return other.at(REMOTE).is(local(peering.armId()).text()) && peering.at(REMOTE).is(local(other.armId()).text());
    }

    private static ArrayNode remoteSpace(Resource peering, Inventory inventory) {
        ArrayNode prefixes = JsonNodeFactory.instance.arrayNode();
        peering.at(REMOTE).text().flatMap(ArmId::parse).flatMap(inventory::find)
                .ifPresent(network -> Networks.addressSpace(network).forEach(prefix -> prefixes.add(prefix.toString())));
        return prefixes;
    }
}
