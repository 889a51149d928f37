package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Private endpoints, which make a network interface each, and the groups that put their names into private zones. */
final class PrivateEndpoints {
    static final String TYPE = "Microsoft.Network/privateEndpoints";
    static final String ZONE_GROUP_TYPE = TYPE + "/privateDnsZoneGroups";
    /** In the state of a network interface: the endpoint that made it. */
    static final String MADE_BY = "madeBy";

    private static final String CONNECTIONS = "properties.privateLinkServiceConnections[]";
    private static final String TARGET = "properties.privateLinkServiceId";
    private static final String ADDRESS_NAME = "privateEndpointIpConfig";
    /** What can be reached at each type of target. */
    private static final Map<String, Set<String>> GROUPS = Map.of(
            StorageAccounts.TYPE.toLowerCase(Locale.ROOT), Set.of("blob", "file", "queue", "table", "dfs", "web"),
            Vaults.TYPE.toLowerCase(Locale.ROOT), Set.of("vault"),
            Registries.TYPE.toLowerCase(Locale.ROOT), Set.of("registry"),
            Workspaces.TYPE.toLowerCase(Locale.ROOT), Set.of("amlworkspace"));

    private PrivateEndpoints() {}

    static Stream<ResourceType> types() {
        return Stream.of(endpoint(), zoneGroup());
    }

    private static ResourceType endpoint() {
        return ResourceType.named(TYPE)
                .regional()
                .refersTo(Reference.inRegion("properties.subnet.id", Networks.SUBNET_TYPE))
                .refersTo(Reference.inRegion(
                        "properties.applicationSecurityGroups[].id", SecurityGroups.APPLICATION_TYPE))
                .checks(PrivateEndpoints::connectionIsGiven)
                .checks(PrivateEndpoints::targetsExist)
                .checks(PrivateEndpoints::groupFitsTarget)
                .checks(PrivateEndpoints::registryIsPremium)
                .checks(PrivateEndpoints::subnetStays)
                .checks(PrivateEndpoints::subnetHasRoom)
                .onAccept(PrivateEndpoints::makeInterface)
                .onDelete(PrivateEndpoints::removeInterface)
                .answers(PrivateEndpoints::answer);
    }

    private static ResourceType zoneGroup() {
        return ResourceType.named(ZONE_GROUP_TYPE)
                .refersTo(Reference.anywhere(
                        "properties.privateDnsZoneConfigs[].properties.privateDnsZoneId", PrivateDns.ZONE_TYPE))
                .checks(PrivateEndpoints::oneGroupWithFiveZones)
                .answers((group, body, inventory) ->
                        body.set("etag", NetworkAnswers.etag(group)).set("properties.provisioningState", "Succeeded"));
    }

    /** MissingParameterOnPrivateLinkServiceConnection, 400; from knowledge. */
    private static void connectionIsGiven(Put put) throws ArmError {
        boolean manual = put.at("properties.manualPrivateLinkServiceConnections").known();
        if (put.at("properties.subnet.id").absent()
                || put.at("properties.privateLinkServiceConnections").empty() && !manual) {
            throw badRequest(
                    "MissingParameterOnPrivateLinkServiceConnection",
                    "Private endpoint %s needs a subnet and a connection.".formatted(put.id()));
        }
    }

    /** PrivateEndpointResourceNotFound, 404; from knowledge. */
    private static void targetsExist(Put put) throws ArmError {
        for (Value target : put.body().each(CONNECTIONS + "." + TARGET)) {
            if (!put.preview() && target.text().isPresent() && put.named(target).isEmpty()) {
                throw new ArmError(
                        404,
                        "PrivateEndpointResourceNotFound",
                        "The resource '%s' of private endpoint %s was not found."
                                .formatted(target.text().get(), put.id()));
            }
        }
    }

    /** InvalidPrivateLinkServiceConnectionGroupId, 400; from knowledge. */
    private static void groupFitsTarget(Put put) throws ArmError {
        for (Value connection : put.body().each(CONNECTIONS)) {
            Optional<ArmId> target = connection.at(TARGET).text().flatMap(ArmId::parse);
            Set<String> allowed = target.map(id -> GROUPS.getOrDefault(id.type().toLowerCase(Locale.ROOT), Set.of()))
                    .orElse(Set.of());
            List<Value> groups = connection.at("properties.groupIds").items();
            boolean wrong = groups.stream().anyMatch(group -> group.text().filter(text -> !allowed.contains(text)).isPresent());
            if (target.isPresent() && (groups.size() > 1 || wrong)) {
                String names = String.join(", ", groups.stream().flatMap(group -> group.text().stream()).toList());
                throw badRequest(
                        "InvalidPrivateLinkServiceConnectionGroupId",
                        "Call to %s failed. Error message: The given group ids '%s' are invalid"
                                .formatted(target.get().namespace(), names));
            }
        }
    }

    /** PremiumSkuRequired, 400; from knowledge, the code is not certain. */
    private static void registryIsPremium(Put put) throws ArmError {
        for (Value target : put.body().each(CONNECTIONS + "." + TARGET)) {
            Optional<Resource> registry = put.named(target).filter(found -> found.armId().isType(Registries.TYPE));
            if (registry.filter(found -> found.at("sku.name").isNot("Premium")).isPresent()) {
                throw badRequest(
                        "PremiumSkuRequired",
                        "Registry %s needs sku Premium for a private endpoint."
                                .formatted(registry.get().id()));
            }
        }
    }

    /** PrivateEndpointSubnetChangeNotAllowed, 400; documented: pulumi-azure-native#3883 (rule). */
    private static void subnetStays(Put put) throws ArmError {
        if (put.changes("properties.subnet.id")) {
            throw badRequest(
                    "PrivateEndpointSubnetChangeNotAllowed",
                    "Private endpoint %s cannot move to another subnet.".formatted(put.id()));
        }
    }

    private static void subnetHasRoom(Put put) throws ArmError {
        Optional<Resource> subnet = put.named("properties.subnet.id");
        if (put.creates() && subnet.isPresent()) {
            PrivateAddresses.hasRoom(subnet.get(), put.id(), put.inventory());
        }
    }

    /** PrivateDnsZoneGroupLimit, 400; from knowledge, the code is not certain. */
    private static void oneGroupWithFiveZones(Put put) throws ArmError {
        ArmId endpoint = put.id().parent().orElseThrow();
        boolean second = put.inventory().below(endpoint).stream()
                .anyMatch(other -> other.armId().isType(ZONE_GROUP_TYPE) && !other.armId().same(put.id()));
        if (second || put.at("properties.privateDnsZoneConfigs").items().size() > 5) {
            throw badRequest(
                    "PrivateDnsZoneGroupLimit",
                    "Private endpoint %s can have one zone group with at most 5 zones.".formatted(endpoint));
        }
    }

    private static ArmId interfaceId(Resource endpoint) {
        ArmId group = endpoint.armId().resourceGroup().orElseThrow();
        String name = endpoint.at("properties.customNetworkInterfaceName").text()
                .orElse(endpoint.armId().name() + ".nic." + Derived.guid(endpoint.armId(), "networkInterface"));
        return new ArmId(group + "/providers/" + NetworkInterfaces.TYPE + "/" + name);
    }

    private static void makeInterface(Resource endpoint, Inventory inventory) {
        if (inventory.deployed(interfaceId(endpoint)).isPresent()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("location", endpoint.location());
        ObjectNode configuration = body.putObject("properties")
                .putArray("ipConfigurations")
                .addObject()
                .put("name", ADDRESS_NAME);
        configuration
                .putObject("properties")
                .putObject("subnet")
                .put("id", endpoint.at("properties.subnet.id").text().orElse(""));
        Resource nic = Resource.create(interfaceId(endpoint), NetworkInterfaces.TYPE, body, Instant.parse(endpoint.created()));
        nic.state().put(MADE_BY, endpoint.id());
        inventory.keep(nic);
        PrivateAddresses.assign(nic, inventory);
    }

    private static void removeInterface(Resource endpoint, Inventory inventory) {
        inventory.remove(interfaceId(endpoint));
    }

    /**
     * Azure also fills customDnsConfigs in and empties it when a zone group comes. It is an input as well, so that every
     * refresh would show a change that nobody made; it is left out here.
     */
    private static void answer(Resource endpoint, Members body, Inventory inventory) {
        body.set("etag", NetworkAnswers.etag(endpoint))
                .set("properties.provisioningState", "Succeeded")
                .setIds("properties.networkInterfaces", List.of(interfaceId(endpoint)));
        for (Members connection : body.items("properties.privateLinkServiceConnections")) {
            NetworkAnswers.item(endpoint, "privateLinkServiceConnections", connection)
                    .set("properties.privateLinkServiceConnectionState.status", "Approved")
                    .byDefault("properties.privateLinkServiceConnectionState.description", "Auto-Approved")
                    .byDefault("properties.privateLinkServiceConnectionState.actionsRequired", "None");
        }
    }

    /** The endpoints that lead to a resource. */
    static List<ArmId> leadingTo(ArmId target, Inventory inventory) {
        return inventory.mentions(target, TYPE, CONNECTIONS + "." + TARGET).stream()
                .map(mention -> mention.by().armId())
                .toList();
    }
}
