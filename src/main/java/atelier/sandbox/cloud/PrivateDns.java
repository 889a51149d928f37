package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Private DNS zones, their links to networks and their records. */
final class PrivateDns {
    static final String ZONE_TYPE = "Microsoft.Network/privateDnsZones";
    static final String LINK_TYPE = ZONE_TYPE + "/virtualNetworkLinks";
    private static final String NETWORK = "properties.virtualNetwork.id";
    private static final List<String> RECORD_TYPES = List.of("A", "AAAA", "CNAME", "MX", "PTR", "SOA", "SRV", "TXT");

    private PrivateDns() {}

    static Stream<ResourceType> types() {
        return Stream.concat(Stream.of(zone(), link()), RECORD_TYPES.stream().map(PrivateDns::records));
    }

    private static ResourceType zone() {
        return ResourceType.named(ZONE_TYPE)
                .global()
                .checks(PrivateDns::zoneName)
                .checksDelete(PrivateDns::noLinks)
                .answers(PrivateDns::answer)
                .answers(PrivateDns::answerZone);
    }

    private static ResourceType link() {
        return ResourceType.named(LINK_TYPE)
                .global()
                .refersTo(Reference.anywhere(NETWORK, Networks.TYPE))
                .checks(PrivateDns::onlyZoneOfItsName)
                .checks(PrivateDns::oneRegistrationZone)
                .answers(PrivateDns::answer)
                .answers((link, body, inventory) -> body.set("properties.virtualNetworkLinkState", "Completed")
                        .byDefault("properties.registrationEnabled", false));
    }

    private static ResourceType records(String type) {
        return ResourceType.named(ZONE_TYPE + "/" + type)
                .checks(PrivateDns::ttlIsInRange)
                .checks(put -> recordsAreGiven(put, type))
                .answers(PrivateDns::answerRecord);
    }

    /** BadRequest, 400; from knowledge. */
    private static void zoneName(Put put) throws ArmError {
        String name = put.id().name();
        int labels = name.split("\\.").length;
        if (!name.equals(Value.UNKNOWN) && (labels < 2 || labels > 34 || !name.matches("[A-Za-z0-9_.-]+"))) {
            throw badRequest("BadRequest", "The zone name '" + name + "' is not valid: it has 2 to 34 labels.");
        }
    }

    /** CannotDeleteResource, 409; from knowledge. */
    private static void noLinks(Resource zone, Inventory inventory) throws ArmError {
        if (inventory.below(zone.armId()).stream().anyMatch(child -> child.armId().isType(LINK_TYPE))) {
            throw conflict("CannotDeleteResource", "Can not delete resource before nested resources are deleted.");
        }
    }

    /** Conflict, 409: a network sees one zone of a name; from knowledge. */
    private static void onlyZoneOfItsName(Put put) throws ArmError {
        ArmId zone = put.id().parent().orElseThrow();
        for (Resource other : linksOfTheSameNetwork(put)) {
            ArmId otherZone = other.armId().parent().orElseThrow();
            if (otherZone.name().equalsIgnoreCase(zone.name())) {
                throw conflict(
                        "Conflict",
                        ("A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried"
                                        + " to link virtual network with '%s' and '%s' zones.")
                                .formatted(zone.name(), otherZone.name()));
            }
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void oneRegistrationZone(Put put) throws ArmError {
        boolean registers = put.at("properties.registrationEnabled").isTrue();
        if (registers
                && linksOfTheSameNetwork(put).stream().anyMatch(other -> other.at("properties.registrationEnabled")
                        .isTrue())) {
            throw badRequest(
                    "BadRequest",
                    "A virtual network can be linked to one private DNS zone with registration enabled only.");
        }
    }

    private static List<Resource> linksOfTheSameNetwork(Put put) {
        Optional<String> network = put.at(NETWORK).text();
        return put.inventory().all(LINK_TYPE).stream()
                .filter(other -> network.isPresent() && other.at(NETWORK).is(network.get()) && !other.armId().same(put.id()))
                .toList();
    }

    /** BadRequest, 400; from knowledge. */
    private static void ttlIsInRange(Put put) throws ArmError {
        Value ttl = put.at("properties.ttl");
        if (ttl.absent() || ttl.number().filter(seconds -> seconds < 1).isPresent()) {
            throw badRequest(
                    "BadRequest", "The record set " + put.id().name() + " needs a ttl from 1 to 2147483647 seconds.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void recordsAreGiven(Put put, String type) throws ArmError {
        if (type.equals("A") && put.at("properties.aRecords").empty()) {
            throw badRequest("BadRequest", "The record set " + put.id().name() + " has no records.");
        }
        for (Value address : put.body().each("properties.aRecords[].ipv4Address")) {
            if (address.text().filter(text -> !Prefix.isAddress(text)).isPresent()) {
                throw badRequest(
                        "BadRequest",
                        "The record set " + put.id().name() + " has the address '"
                                + address.text().get() + "'.");
            }
        }
        if (type.equals("CNAME") && put.id().name().equals("@")) {
            throw badRequest("BadRequest", "A CNAME record cannot be at the apex of a zone.");
        }
    }

    private static void answer(Resource resource, Members body, Inventory inventory) {
        body.set("etag", Derived.guid(resource.armId(), "etag " + resource.revision()))
                .set("location", "global")
                .set("properties.provisioningState", "Succeeded");
    }

    private static void answerZone(Resource zone, Members body, Inventory inventory) {
        List<Resource> below = inventory.below(zone.armId());
        List<Resource> links = below.stream().filter(child -> child.armId().isType(LINK_TYPE)).toList();
        int registering = (int) links.stream()
                .filter(link -> link.at("properties.registrationEnabled").isTrue())
                .count();
        body.set("properties.maxNumberOfRecordSets", 25000)
                .set("properties.maxNumberOfVirtualNetworkLinks", 1000)
                .set("properties.maxNumberOfVirtualNetworkLinksWithRegistration", 100)
                // The start-of-authority record that every zone has counts too.
                .set("properties.numberOfRecordSets", 1 + below.size() - links.size())
                .set("properties.numberOfVirtualNetworkLinks", links.size())
                .set("properties.numberOfVirtualNetworkLinksWithRegistration", registering);
    }

    private static void answerRecord(Resource record, Members body, Inventory inventory) {
        body.set("etag", Derived.guid(record.armId(), "etag " + record.revision()))
                .set(
                        "properties.fqdn",
                        record.armId().name() + "."
                                + record.armId().parent().orElseThrow().name() + ".")
                .set("properties.isAutoRegistered", false);
    }
}
