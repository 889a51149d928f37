package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;

/** Compute of a machine-learning workspace; the rules here are those of AmlCompute clusters. */
final class Clusters {
    static final String TYPE = Workspaces.TYPE + "/computes";
    private static final String SETTINGS = "properties.properties";
    private static final String SIZE = SETTINGS + ".vmSize";
    private static final List<String> IMMUTABLE = List.of(
            "vmSize",
            "vmPriority",
            "osType",
            "subnet",
            "enableNodePublicIp",
            "isolatedNetwork",
            "remoteLoginPortPublicAccess");

    private Clusters() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[A-Za-z](?!.*-$)[A-Za-z0-9-]{1,15}",
                        "BadRequest",
                        "The compute name {name} is invalid: 2 to 16 letters, digits and hyphens, a letter first.")
                .refersTo(Reference.anywhere(SETTINGS + ".subnet.id", Networks.SUBNET_TYPE)
                        .orElse((put, id) -> badRequest(
                                "BadRequest",
                                "The subnet %s of compute %s was not found."
                                        .formatted(id, put.id().name()))))
                .checks(Clusters::kindIsGiven)
                .checks(Identities::exist)
                .checks(Clusters::regionIsTheNetworks)
                .checks(Clusters::sizeIsOffered)
                .checks(Clusters::nodesAreInOrder)
                .checks(ClusterQuota::judge)
                .checks(Clusters::settingsStay)
                .answers(Identities::answer)
                .answers(SystemData::answer)
                .answers(Clusters::answer);
    }

    /** A cluster lives in its own location, else in its workspace's. */
    static String region(ArmId id, Value body, Inventory inventory) {
        Optional<String> own = body.at("location").text().map(Region::normal);
        return own.orElseGet(() -> id.parent().flatMap(inventory::find).map(Resource::location).orElse(""));
    }

    /** BadRequest, 400; from knowledge. */
    private static void kindIsGiven(Put put) throws ArmError {
        if (put.at("properties.computeType").absent()) {
            throw badRequest("BadRequest", "The compute %s has no computeType.".formatted(put.id().name()));
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void regionIsTheNetworks(Put put) throws ArmError {
        Optional<Resource> subnet = put.named(SETTINGS + ".subnet.id");
        String region = region(put.id(), put.body(), put.inventory());
        if (subnet.isPresent() && !region.isEmpty() && !subnet.get().location().equals(region)) {
            throw badRequest(
                    "BadRequest",
                    "The subnet %s is in another region than compute %s."
                            .formatted(subnet.get().id(), put.id().name()));
        }
    }

    /** InvalidVmSize, 400; from knowledge. */
    private static void sizeIsOffered(Put put) throws ArmError {
        Optional<String> size = put.at(SIZE).text();
        Region region = put.world().regions().get(region(put.id(), put.body(), put.inventory()));
        if (size.isPresent() && region != null && !region.offers(size.get())) {
            throw badRequest(
                    "InvalidVmSize",
                    "The specified Azure ML Compute VM size '%s' is not supported in region %s."
                            .formatted(size.get(), region.name()));
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void nodesAreInOrder(Put put) throws ArmError {
        Optional<Integer> least = put.at(SETTINGS + ".scaleSettings.minNodeCount").number();
        Optional<Integer> most = put.at(SETTINGS + ".scaleSettings.maxNodeCount").number();
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            throw badRequest(
                    "BadRequest",
                    "The minimum node count %d of compute %s is above its maximum %d."
                            .formatted(least.get(), put.id().name(), most.get()));
        }
    }

    /** BadRequest, 400: only scale settings, idle shutdown, schedules, description and tags change; from knowledge. */
    private static void settingsStay(Put put) throws ArmError {
        for (String name : IMMUTABLE) {
            if (put.changes(SETTINGS + "." + name)) {
                throw badRequest(
                        "BadRequest",
                        "The property %s of compute %s cannot be changed."
                                .formatted(name, put.id().name()));
            }
        }
        if (put.changes("properties.computeType") || put.changes("properties.disableLocalAuth")) {
            throw badRequest(
                    "BadRequest",
                    "The compute type and local authentication of %s cannot be changed."
                            .formatted(put.id().name()));
        }
    }

    private static void answer(Resource cluster, Members body, Inventory inventory) {
        String region = region(cluster.armId(), cluster.body(), inventory);
        body.set("location", region)
                .set("properties.computeLocation", region)
                .set("properties.provisioningState", "Succeeded")
                .set("properties.createdOn", cluster.created())
                .set("properties.modifiedOn", cluster.changed())
                .set("properties.isAttachedCompute", false)
                .byDefault("properties.disableLocalAuth", false);
        if (cluster.at("properties.computeType").is("AmlCompute")) {
            body.set(SETTINGS + ".allocationState", "Steady")
                    .set(SETTINGS + ".currentNodeCount", 0)
                    .set(SETTINGS + ".targetNodeCount", 0);
        }
    }
}
