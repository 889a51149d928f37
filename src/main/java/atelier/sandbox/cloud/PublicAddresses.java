package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public IP addresses and their DNS labels. */
final class PublicAddresses {
    static final String TYPE = "Microsoft.Network/publicIPAddresses";
    /** Addresses that RFC 5737 keeps for documentation: no host on the Internet has one. */
    private static final List<String> POOL = Stream.of("192.0.2.", "198.51.100.", "203.0.113.")
            .flatMap(network -> IntStream.rangeClosed(1, 254).mapToObj(host -> network + host))
            .toList();

    private static final String ADDRESS = "ipAddress";
    private static final String LABEL = "properties.dnsSettings.domainNameLabel";

    private PublicAddresses() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .regional()
                .checks(PublicAddresses::skuIsStandard)
                .checks(PublicAddresses::standardIsStatic)
                .checks(PublicAddresses::idleTimeoutIsInRange)
                .checks(PublicAddresses::labelIsWellFormed)
                .checks(PublicAddresses::labelIsFree)
                .checks(PublicAddresses::poolIsNotEmpty)
                .checks(PublicAddresses::zonesStay)
                .immutable("sku.name", "sku")
                .immutable("properties.publicIPAddressVersion", "publicIPAddressVersion")
                .checksDelete(PublicAddresses::unused)
                .onAccept(PublicAddresses::assign)
                .answers(NetworkAnswers::common)
                .answers(PublicAddresses::answer);
    }

    /** IPv4BasicSkuPublicIpCountLimitReached, 400: Basic was retired on 2025-09-30; from knowledge. */
    private static void skuIsStandard(Put put) throws ArmError {
        if (put.at("sku.name").isNot("Standard")) {
            throw badRequest(
                    "IPv4BasicSkuPublicIpCountLimitReached",
                    "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in this"
                            + " region.");
        }
    }

    /** StandardSkuPublicIPAddressesMustBeStatic, 400; documented: MicrosoftDocs/azure-docs#11576 (rule). */
    private static void standardIsStatic(Put put) throws ArmError {
        if (put.at("sku.name").is("Standard") && put.at("properties.publicIPAllocationMethod").isNot("Static")) {
            throw badRequest(
                    "StandardSkuPublicIPAddressesMustBeStatic",
                    "Standard sku publicIp %s must have AllocationMethod set to Static.".formatted(put.id()));
        }
    }

    /** PublicIPAddressIdleTimeoutIsOutOfRange, 400; from knowledge. */
    private static void idleTimeoutIsInRange(Put put) throws ArmError {
        if (put.at("properties.idleTimeoutInMinutes")
                .number()
                .filter(minutes -> minutes < 4 || minutes > 30)
                .isPresent()) {
            throw badRequest(
                    "PublicIPAddressIdleTimeoutIsOutOfRange",
                    "Public IP address %s must have an idle timeout of 4 to 30 minutes.".formatted(put.id()));
        }
    }

    /** InvalidDomainNameLabel, 400; from knowledge. */
    private static void labelIsWellFormed(Put put) throws ArmError {
        Optional<String> label = put.at(LABEL).text();
        if (label.filter(text -> !text.matches("[a-z][a-z0-9-]{1,61}[a-z0-9]")).isPresent()) {
            throw badRequest(
                    "InvalidDomainNameLabel",
                    ("The domain name label %s is invalid. It must conform to the following regular expression: "
                                    + "^[a-z][a-z0-9-]{1,61}[a-z0-9]$.")
                            .formatted(label.get()));
        }
    }

    /** DnsRecordInUse, 400: labels are unique in a region; documented: common-deployment-errors (code). */
    private static void labelIsFree(Put put) throws ArmError {
        Optional<String> label = put.at(LABEL).text();
        for (Resource other : put.inventory().all(TYPE)) {
            boolean same = label.isPresent() && other.at(LABEL).is(label.get()) && other.location().equals(put.location());
            if (same && !other.armId().same(put.id())) {
                throw badRequest(
                        "DnsRecordInUse",
                        "DNS record %s is already used by another public IP.".formatted(fqdn(label.get(), put.location())));
            }
        }
    }

    /** PublicIPCountLimitReached, 400; documented: common-deployment-errors (code). */
    private static void poolIsNotEmpty(Put put) throws ArmError {
        if (put.creates() && next(put.id(), put.inventory()).isEmpty()) {
            throw badRequest(
                    "PublicIPCountLimitReached",
                    "Cannot create more than %d public IP addresses for this subscription in this region."
                            .formatted(put.inventory().all(TYPE).size()));
        }
    }

    /** ResourceAvailabilityZonesCannotBeModified, 400; from knowledge. */
    private static void zonesStay(Put put) throws ArmError {
        if (put.changes("zones")) {
            throw badRequest(
                    "ResourceAvailabilityZonesCannotBeModified",
                    ("Resource %s has an existing availability zone constraint. Zones cannot be added/updated/removed "
                                    + "once the resource is created.")
                            .formatted(put.id()));
        }
    }

    /** PublicIPAddressCannotBeDeleted, 400; documented: hashicorp/terraform-provider-azurerm#688 (code). */
    private static void unused(Resource address, Inventory inventory) throws ArmError {
        Optional<String> holder = holder(address.armId(), inventory);
        if (holder.isPresent()) {
            throw badRequest(
                    "PublicIPAddressCannotBeDeleted",
                    ("Public IP address %s can not be deleted since it is still allocated to resource %s. In order to"
                        + " delete the public IP, disassociate/detach the Public IP address from the resource.")
                            .formatted(address.id(), holder.get()));
        }
    }

    /** PublicIPAddressInUse, 400; documented: microsoft/azure-tools-for-java#91 (text), the code is not certain. */
    static void free(Put put, Value reference, String user) throws ArmError {
        Optional<Resource> address = put.named(reference);
        Optional<String> holder = address.flatMap(found -> holder(found.armId(), put.inventory()));
        if (holder.isPresent() && !isPartOf(holder.get(), put.id())) {
            throw badRequest(
                    "PublicIPAddressInUse",
                    "Resource %s is referencing public IP address %s that is already allocated to resource %s."
                            .formatted(user, address.get().id(), holder.get()));
        }
    }

    private static boolean isPartOf(String holder, ArmId id) {
        ArmId other = new ArmId(holder);
        return other.same(id) || other.isBelow(id);
    }

    /** The IP configuration or NAT gateway that has an address. */
    static Optional<String> holder(ArmId address, Inventory inventory) {
        Stream<String> configurations = Stream.of(NetworkInterfaces.TYPE, BastionHosts.TYPE)
                .flatMap(type -> inventory.all(type).stream())
                .flatMap(resource -> resource.body().each("properties.ipConfigurations[]").stream()
                        .filter(item -> item.at("properties.publicIPAddress.id").is(address.text()))
                        .map(item -> IpConfigurations.id(resource, item.at("name").text().orElse("")).text()));
        Stream<String> gateways =
                inventory.mentions(address, NatGateways.TYPE, "properties.publicIpAddresses[].id").stream()
                        .map(mention -> mention.by().id());
        return Stream.concat(configurations, gateways).findFirst();
    }

    private static void assign(Resource address, Inventory inventory) {
        if (!address.assigned().containsKey(ADDRESS)) {
            next(address.armId(), inventory).ifPresent(free -> address.assigned().put(ADDRESS, free));
        }
    }

    /** The first free address of the pool, counted from a place that depends on the id: the same in every run, mostly. */
    private static Optional<String> next(ArmId id, Inventory inventory) {
        Set<String> used = inventory.all(TYPE).stream()
                .flatMap(other -> other.assigned().values().stream())
                .collect(Collectors.toSet());
        int start = Integer.parseInt(Derived.hex(id, ADDRESS, 4), 16) % POOL.size();
        return Stream.concat(POOL.subList(start, POOL.size()).stream(), POOL.subList(0, start).stream())
                .filter(address -> !used.contains(address))
                .findFirst();
    }

    private static String fqdn(String label, String location) {
        return label + "." + location + ".cloudapp.azure.com";
    }

    private static void answer(Resource address, Members body, Inventory inventory) {
        body.set("properties.ipAddress", address.assigned().getOrDefault(ADDRESS, ""))
                .byDefault("properties.idleTimeoutInMinutes", 4)
                .byDefault("properties.publicIPAddressVersion", "IPv4")
                .byDefault("sku.tier", "Regional");
        address.at(LABEL)
                .text()
                .ifPresent(label -> body.set("properties.dnsSettings.fqdn", fqdn(label, address.location())));
        holder(address.armId(), inventory)
                .filter(holder -> holder.contains("onfigurations/"))
                .ifPresent(holder -> body.set("properties.ipConfiguration.id", holder));
    }
}
